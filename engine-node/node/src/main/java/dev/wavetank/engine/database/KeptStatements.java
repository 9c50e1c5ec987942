package dev.wavetank.engine.database;

import dev.wavetank.engine.database.SqlText.Trace;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A connection that keeps the prepared statements its user has closed, for the next one who asks for the same text.
/// A statement in use is never given to a second user: who asks meanwhile gets a fresh one.
///
/// After a commit, and after a write that commits by itself, it waits until the server has it on the disk (see
/// [GroupCommit]), unless there is nothing in it to keep.
///
/// It also keeps a roll-back of what only read from the server, where each end of a transaction writes all that others
/// have changed so far to the disk: a quarter of the server's time. Each statement sees what is committed when it
/// begins, so a transaction that goes on reading sees nothing old and locks nothing.
final class KeptStatements implements InvocationHandler {
    /// A start, a query and a completion together use about sixty.
    private static final int MOST = 160;

    private final Connection connection;
    /// The most that the transaction leaves behind so far.
    private Trace trace = Trace.NONE;

    private @Nullable PreparedStatement commit;
    private @Nullable PreparedStatement durable;
    /// The one used longest ago first.
    private final Map<String, Kept> idle = new LinkedHashMap<>(MOST, 0.75f, true);

    private record Kept(PreparedStatement statement, Trace trace) {}

    private KeptStatements(Connection connection) {
        this.connection = connection;
    }

    static Connection on(Connection connection) {
        return proxy(Connection.class, new KeptStatements(connection));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    @SuppressWarnings("NullAway") // reflection: a call without arguments brings null, a void method answers null
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "prepareStatement" -> {
                if (arguments.length == 1) yield statement((String) arguments[0]);
                trace = Trace.DATA;
                yield proxy(PreparedStatement.class, new Writer((Statement) call(method, arguments)));
            }
            // Statements that bring their text later are taken for writes.
            case "createStatement" -> {
                trace = Trace.DATA;
                yield proxy(Statement.class, new Writer((Statement) call(method, arguments)));
            }
            case "rollback" -> arguments == null && trace == Trace.NONE ? null : rollback(method, arguments);
            case "commit" -> {
                commit();
                yield null;
            }
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> call(method, arguments);
        };
    }

    /// Back to a savepoint, what came before it is still there.
    private Object rollback(Method method, Object[] arguments) throws Throwable {
        Object nothing = call(method, arguments);
        if (arguments == null) trace = Trace.NONE;
        return nothing;
    }

    private void commit() throws SQLException {
        if (trace == Trace.DATA) {
            if (commit == null) commit = connection.prepareStatement("commit; " + GroupCommit.CALL);
            commit.execute();
        } else {
            connection.commit();
        }
        trace = Trace.NONE;
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        return call(connection, method, arguments);
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    /// What a statement that writes did is committed already if the connection commits by itself.
    private Object written(Method method, Object answer) throws SQLException {
        if (method.getName().startsWith("execute") && connection.getAutoCommit()) {
            if (durable == null) durable = connection.prepareStatement(GroupCommit.CALL);
            durable.execute();
        }
        return answer;
    }

    private PreparedStatement statement(String sql) throws SQLException {
        Kept known = idle.remove(sql);
        Kept used = known == null ? new Kept(connection.prepareStatement(sql), SqlText.trace(sql)) : known;
        if (used.trace.compareTo(trace) > 0) trace = used.trace;
        return proxy(PreparedStatement.class, new Use(sql, used));
    }

    private void keep(String sql, Kept used) throws SQLException {
        try {
            ResultSet open = used.statement.getResultSet();
            if (open != null) open.close();
            used.statement.clearParameters();
        } catch (SQLException unusable) {
            used.statement.close();
            return;
        }
        Kept same = idle.put(sql, used);
        if (same != null) same.statement.close();
        if (idle.size() <= MOST) return;
        Iterator<Kept> eldest = idle.values().iterator();
        Kept dropped = eldest.next();
        eldest.remove();
        dropped.statement.close();
    }

    /// A statement that is not kept and may write.
    private final class Writer implements InvocationHandler {
        private final Statement statement;

        Writer(Statement statement) {
            this.statement = statement;
        }

        @Override
        @SuppressWarnings("NullAway") // as above
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            return switch (method.getName()) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> written(method, call(statement, method, arguments));
            };
        }
    }

    /// One user's time with a statement.
    private final class Use implements InvocationHandler {
        private final String sql;
        private final Kept used;
        private boolean over;

        Use(String sql, Kept used) {
            this.sql = sql;
            this.used = used;
        }

        @Override
        @SuppressWarnings("NullAway") // as above
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            return switch (method.getName()) {
                case "close" -> {
                    if (!over) {
                        over = true;
                        keep(sql, used);
                    }
                    yield null;
                }
                case "isClosed" -> over || used.statement.isClosed();
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> {
                    if (over) throw new SQLException("The statement is closed.", "HY010");
                    Object answer = call(used.statement, method, arguments);
                    yield used.trace == Trace.DATA ? written(method, answer) : answer;
                }
            };
        }
    }
}
