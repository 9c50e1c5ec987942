package dev.wavetank.engine.fencing;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.logging.Logger;
import javax.sql.DataSource;

/// A data source whose every writing transaction asks the [FencingGuard] before it commits.
///
/// The hook sits at the connection, below the engine, so that nothing written through it can go round: engine state,
/// ledger rows, idempotency keys. Only reading transactions are let through unasked. The pool below must not commit by
/// itself.
public final class FencedDataSource implements DataSource {
    private final DataSource pool;
    private final FencingGuard guard;
    private final EpochSource epochs;

    public FencedDataSource(DataSource pool, FencingGuard guard, EpochSource epochs) {
        this.pool = pool;
        this.guard = guard;
        this.epochs = epochs;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return fenced(pool.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return fenced(pool.getConnection(user, password));
    }

    private Connection fenced(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, new Handler(connection));
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        pool.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("dev.wavetank");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return pool.isWrapperFor(type);
    }

    /// One connection; used by one thread at a time, as connections are.
    private final class Handler implements java.lang.reflect.InvocationHandler {
        private final Connection connection;
        private long epoch = epochs.epoch();
        private boolean wrote;

        Handler(Connection connection) {
            this.connection = connection;
        }

        @Override
        @SuppressWarnings("NullAway") // reflection: a call without arguments brings null, a void method answers null
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            switch (method.getName()) {
                case "prepareStatement", "prepareCall" -> wrote |= !reads((String) arguments[0]);
                // Statements that bring their text later are taken for writes.
                case "createStatement" -> wrote = true;
                case "commit" -> beforeCommit();
                case "setAutoCommit" -> refuseAutoCommit(arguments[0]);
                case "unwrap" -> throw new SQLException("A fenced connection has nothing to unwrap.");
                default -> {}
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            } finally {
                if (method.getName().equals("commit") || method.getName().equals("rollback")) {
                    wrote = false;
                    epoch = epochs.epoch();
                }
            }
        }

        private void beforeCommit() throws SQLException {
            if (wrote) guard.check(connection, epoch);
        }

        /// With auto-commit each statement would commit unasked.
        private void refuseAutoCommit(Object value) throws SQLException {
            if (Boolean.TRUE.equals(value)) throw new SQLException("A fenced connection does not commit by itself.");
        }

        private static boolean reads(String sql) {
            String start = sql.stripLeading();
            return start.regionMatches(true, 0, "select", 0, 6)
                    && !start.toLowerCase(Locale.ROOT).contains("for update");
        }
    }
}
