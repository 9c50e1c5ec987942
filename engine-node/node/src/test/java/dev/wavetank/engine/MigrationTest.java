package dev.wavetank.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetank.engine.database.DatabaseSettings;
import dev.wavetank.engine.database.H2Server;
import dev.wavetank.engine.security.Secret;
import dev.wavetank.engine.testing.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTest {
    private static final Secret PASSWORD = new Secret("sesame");

    @TempDir
    private Path folder;

    @Test
    void anEngineRefusesADatabaseWithoutASchemaAndMigrationsAtOnceMakeIt() throws Exception {
        try (H2Server server = H2Server.start("127.0.0.1", 0, folder, "wavetank", PASSWORD.reveal());
                ExecutorService two = Executors.newFixedThreadPool(2)) {
            NodeSettings settings = settings(new DatabaseSettings(
                    "jdbc:h2:tcp://127.0.0.1:" + server.port() + "/wavetank", "wavetank", PASSWORD));
            assertThatThrownBy(() -> new EngineRole(settings))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining("run the role migrate");

            Callable<Boolean> migration = () -> {
                MigrateRole.run(settings);
                return true;
            };
            Future<Boolean> one = two.submit(migration);
            Future<Boolean> other = two.submit(migration);

            assertThat(one.get()).isTrue();
            assertThat(other.get()).isTrue();
            MigrateRole.run(settings);
            try (EngineRole role = new EngineRole(settings)) {
                role.enter();
                assertThat(role.port()).isPositive();
            }
        }
    }

    @Test
    void postgresIsMigratedTwiceWithoutHarm() throws Exception {
        try (TestDatabase database = TestDatabase.postgres()) {
            long steps = database.number("select count(*) from WT_SCHEMA");

            MigrateRole.run(settings(database.settings()));

            assertThat(database.number("select count(*) from WT_SCHEMA")).isEqualTo(steps);
        }
    }

    @Test
    void anUnreachableDatabaseIsNamed() {
        NodeSettings settings =
                settings(new DatabaseSettings("jdbc:h2:tcp://127.0.0.1:1/wavetank", "wavetank", PASSWORD));

        assertThatThrownBy(() -> new EngineRole(settings))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("jdbc:h2:tcp://127.0.0.1:1/wavetank cannot be reached");
    }

    private NodeSettings settings(DatabaseSettings database) {
        return new NodeSettings(
                "test",
                "engine-1",
                "127.0.0.1",
                0,
                URI.create("http://127.0.0.1:0"),
                database,
                new Secret("s"),
                Secret.none(),
                folder,
                true);
    }
}
