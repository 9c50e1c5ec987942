package dev.wavetank.engine.fencing;

import dev.wavetank.engine.database.PlainDataSource;
import dev.wavetank.engine.database.SqlText;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// A data source whose every writing transaction asks the [FencingGuard] before it commits.
///
/// The hook sits at the connection, below the engine, so that nothing written through it can go round: engine
/// state, ledger rows, idempotency keys. Only reading transactions are let through unasked. The pool below must
/// not commit by itself.
public final class FencedDataSource extends PlainDataSource {
    private final DataSource pool;
    private final FencingGuard guard;
    private final EpochSource epochs;
    private final WriterStamp stamp;

    public FencedDataSource(DataSource pool, FencingGuard guard, EpochSource epochs, WriterStamp stamp) {
        this.pool = pool;
        this.guard = guard;
        this.epochs = epochs;
        this.stamp = stamp;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, new Handler());
    }

    /// One connection; used by one thread at a time, as connections are.
    ///
    /// It holds a connection of the pool only while a transaction is open. The engine opens a session for each of
    /// its listeners to a commit while the committed session is still there: if both held one, a dozen busy
    /// threads would each hold one connection and wait for a second, until they time out.
    private final class Handler implements InvocationHandler {
        private @Nullable Connection held;
        private long epoch;
        private boolean wrote;
        private boolean closed;

        @Override
        @SuppressWarnings("NullAway") // reflection: a call without arguments brings null, a void method answers null
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            return switch (method.getName()) {
                case "prepareStatement", "prepareCall" -> {
                    wrote |= !SqlText.reads((String) arguments[0]);
                    yield onHeld(method, arguments);
                }
                // Statements that bring their text later are taken for writes.
                case "createStatement" -> {
                    wrote = true;
                    yield onHeld(method, arguments);
                }
                case "commit" -> {
                    if (held == null) yield null;
                    try {
                        if (wrote) guard.check(held, epoch);
                        held.commit();
                    } finally {
                        giveBack();
                    }
                    yield null;
                }
                case "rollback" -> {
                    if (arguments != null) yield onHeld(method, arguments);
                    giveBack();
                    yield null;
                }
                case "close" -> {
                    closed = true;
                    giveBack();
                    yield null;
                }
                case "isClosed" -> closed;
                case "getAutoCommit" -> false;
                case "setAutoCommit" -> {
                    refuseAutoCommit(arguments[0]);
                    yield null;
                }
                case "unwrap" -> throw new SQLException("A fenced connection has nothing to unwrap.");
                case "isWrapperFor" -> false;
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                case "toString" -> "fenced " + held;
                default -> onHeld(method, arguments);
            };
        }

        @SuppressWarnings("NullAway") // as above
        private Object onHeld(Method method, Object[] arguments) throws Throwable {
            if (closed) throw new SQLException("The connection is closed.", "08003");
            if (held == null) {
                epoch = epochs.epoch();
                held = pool.getConnection();
                stamp.put(held, epoch);
            }
            try {
                return method.invoke(held, arguments);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        }

        /// The pool rolls back what was not committed.
        private void giveBack() throws SQLException {
            Connection back = held;
            held = null;
            wrote = false;
            if (back != null) back.close();
        }

        /// With auto-commit each statement would commit unasked.
        private void refuseAutoCommit(Object value) throws SQLException {
            if (Boolean.TRUE.equals(value)) throw new SQLException("A fenced connection does not commit by itself.");
        }
    }
}
