package dev.wavetank.engine.membership;

import dev.wavetank.engine.database.DatabaseSettings;
import dev.wavetank.engine.database.H2DataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/// Connections for the heartbeat and the leader's lease: short time-outs, so that an unreachable database is
/// noticed well within a lease.
public final class DirectConnections implements ConnectionSource {
    private static final String SECONDS = "2";

    private final DatabaseSettings database;
    private final String initSql;

    public DirectConnections(DatabaseSettings database, NodeIdentity node) {
        this.database = database;
        this.initSql = new DatabaseSessions(database.dialect()).initSql(node);
    }

    @Override
    public Connection open() throws SQLException {
        Connection connection = connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute(initSql);
            return connection;
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    private Connection connect() throws SQLException {
        return switch (database.dialect()) {
            case H2 ->
                new H2DataSource(database.url() + ";LOCK_TIMEOUT=1000;NETWORK_TIMEOUT=2000", database).getConnection();
            case POSTGRESQL -> {
                Properties properties = new Properties();
                properties.setProperty("user", database.user());
                properties.setProperty("password", database.password().reveal());
                properties.setProperty("connectTimeout", SECONDS);
                properties.setProperty("socketTimeout", SECONDS);
                properties.setProperty("loginTimeout", SECONDS);
                properties.setProperty("tcpKeepAlive", "true");
                yield DriverManager.getConnection(database.url(), properties);
            }
        };
    }
}
