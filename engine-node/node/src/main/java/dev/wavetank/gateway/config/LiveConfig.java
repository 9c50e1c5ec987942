package dev.wavetank.gateway.config;

import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.membership.Jdbc;
import dev.wavetank.engine.policy.ClusterConfig;
import dev.wavetank.engine.policy.ConfigTable;
import dev.wavetank.engine.web.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The settings of the moment: looked up each second, so every gateway follows a change within two. While the
/// database is away the last settings hold.
public final class LiveConfig implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveConfig.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final DataSource database;
    private final ConfigTable table;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile ConfigTable.Version current = ConfigTable.Version.INITIAL;

    public LiveConfig(DataSource database, Dialect dialect) {
        this.database = database;
        this.table = new ConfigTable(dialect);
    }

    /// Reads the settings and goes on looking.
    public void start() {
        look();
        Thread.ofVirtual().name("settings").start(this::follow);
    }

    public ClusterConfig now() {
        return current.settings();
    }

    ConfigTable.Version version() {
        return current;
    }

    List<ConfigTable.Version> history(int start, int size) {
        return query(connection -> ConfigTable.history(connection, start, size));
    }

    /// Makes a change that was based on the settings of a version.
    ///
    /// @throws ProblemException 409 if another change came in between
    ConfigTable.Version change(long based, ClusterConfig settings) {
        ConfigTable.Version changed = query(connection -> {
            try {
                table.append(connection, based + 1, settings);
            } catch (SQLException taken) {
                if (!String.valueOf(taken.getSQLState()).startsWith("23")) throw taken;
                throw ProblemException.conflict("The settings were changed at the same moment: read them again.");
            }
            return ConfigTable.current(connection);
        });
        current = changed;
        return changed;
    }

    @Override
    public void close() {
        closing.countDown();
    }

    private void follow() {
        try {
            while (!closing.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) look();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try (Connection connection = database.getConnection()) {
            ConfigTable.Version seen = ConfigTable.current(connection);
            if (seen.version() != current.version()) {
                LOG.info("The settings of version {} hold: {}", seen.version(), seen.settings());
            }
            current = seen;
        } catch (SQLException | RuntimeException away) {
            LOG.debug("The settings cannot be read; those of version {} hold on", current.version(), away);
        }
    }

    private <T> T query(Jdbc.Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.run(connection);
        } catch (SQLException away) {
            throw ProblemException.unavailable(
                    "database-away", "The cluster's database does not answer; try again in a moment.");
        }
    }
}
