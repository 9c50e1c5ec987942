package dev.wavetank.engine.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/// Opens connection pools that keep a frozen or dead node from holding up the others.
///
/// A node that freezes keeps its transactions and their row locks; with PostgreSQL's defaults nothing
/// progressed at all while one was frozen. So an idle transaction ends after 5 s, and nobody waits longer than
/// 5 s for a lock. The leader closes a dead node's sessions, which it knows by what `DatabaseSessions.initSql`
/// enrols.
public final class ConnectionPool {
    private static final Duration GIVE_UP = Duration.ofSeconds(3);
    private static final Duration MIGRATION = Duration.ofMinutes(2);

    private ConnectionPool() {}

    /// A pool for the schema step. It waits for another migration, and a starved machine that pauses between two
    /// statements of Flowable's long ones does not lose its transaction.
    public static HikariDataSource forMigration(DatabaseSettings database, String node) {
        HikariConfig config = config(database, node, 4, true);
        switch (database.dialect()) {
            case H2 -> config.setConnectionInitSql("set LOCK_TIMEOUT " + MIGRATION.toMillis());
            case POSTGRESQL -> {
                config.setConnectionInitSql(
                        "set idle_in_transaction_session_timeout = 0; set lock_timeout = " + MIGRATION.toMillis());
                config.addDataSourceProperty("socketTimeout", "0");
            }
        }
        return new HikariDataSource(config);
    }

    /// A pool whose connections carry no node's name: for looking at the schema.
    public static HikariDataSource open(DatabaseSettings database, String node, int size, boolean autoCommit) {
        return open(database, node, size, autoCommit, "");
    }

    /// @param initSql    run first on each connection: it enrols the session as the node's
    /// @param autoCommit false for an engine, whose every transaction ends with a commit of its own
    public static HikariDataSource open(
            DatabaseSettings database, String node, int size, boolean autoCommit, String initSql) {
        HikariConfig config = config(database, node, size, autoCommit);
        if (!initSql.isEmpty()) {
            config.setConnectionInitSql(initSql);
            // Else the enrolment is part of the first transaction, and lost if that is rolled back.
            config.setIsolateInternalQueries(true);
        }
        return new HikariDataSource(config);
    }

    private static HikariConfig config(DatabaseSettings database, String node, int size, boolean autoCommit) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("pool-" + node);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(2, size));
        config.setConnectionTimeout(GIVE_UP.toMillis());
        config.setValidationTimeout(1000);
        config.setAutoCommit(autoCommit);
        config.setInitializationFailTimeout(-1);
        switch (database.dialect()) {
            case H2 -> {
                config.setDataSource(new H2DataSource(database.url() + ";LOCK_TIMEOUT=5000", database));
            }
            case POSTGRESQL -> {
                config.setUsername(database.user());
                config.setPassword(database.password().reveal());
                config.setJdbcUrl(database.url());
                config.setDriverClassName("org.postgresql.Driver");
                config.addDataSourceProperty("tcpKeepAlive", "true");
                config.addDataSourceProperty("connectTimeout", "3");
                config.addDataSourceProperty("socketTimeout", "30");
                config.addDataSourceProperty("options", "-c idle_in_transaction_session_timeout=5s -c lock_timeout=5s");
            }
        }
        return config;
    }
}
