package dev.wavetank.engine.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// A connection that keeps the prepared statements its user has closed, for the next one who asks for the same text.
/// A statement in use is never given to a second user: who asks meanwhile gets a fresh one.
///
/// It also keeps a roll-back of what only read from the server, where each end of a transaction writes all that others
/// have changed so far to the disk: a quarter of the server's time. Each statement sees what is committed when it
/// begins, so a transaction that goes on reading sees nothing old and locks nothing.
final class KeptStatements implements InvocationHandler {
    /// A start, a query and a completion together use about sixty.
    private static final int MOST = 160;

    private final Connection connection;
    private boolean wrote;
    /// The one used longest ago first.
    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>(MOST, 0.75f, true);

    KeptStatements(Connection connection) {
        this.connection = connection;
    }

    @Override
    @SuppressWarnings("NullAway") // reflection: a call without arguments brings null, a void method answers null
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "prepareStatement" -> {
                wrote |= !SqlText.reads((String) arguments[0]);
                yield arguments.length == 1 ? statement((String) arguments[0]) : call(method, arguments);
            }
            // Statements that bring their text later are taken for writes.
            case "createStatement", "prepareCall" -> {
                wrote = true;
                yield call(method, arguments);
            }
            case "rollback" -> arguments == null && !wrote ? null : ended(method, arguments);
            case "commit" -> ended(method, arguments);
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> call(method, arguments);
        };
    }

    private Object ended(Method method, Object[] arguments) throws Throwable {
        Object nothing = call(method, arguments);
        wrote &= arguments != null;
        return nothing;
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

    private PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement kept = idle.remove(sql);
        PreparedStatement statement = kept == null ? connection.prepareStatement(sql) : kept;
        return (PreparedStatement) Proxy.newProxyInstance(
                PreparedStatement.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                new Use(sql, statement));
    }

    private void keep(String sql, PreparedStatement statement) throws SQLException {
        try {
            ResultSet open = statement.getResultSet();
            if (open != null) open.close();
            statement.clearParameters();
        } catch (SQLException unusable) {
            statement.close();
            return;
        }
        PreparedStatement same = idle.put(sql, statement);
        if (same != null) same.close();
        if (idle.size() <= MOST) return;
        Iterator<PreparedStatement> eldest = idle.values().iterator();
        PreparedStatement dropped = eldest.next();
        eldest.remove();
        dropped.close();
    }

    /// One user's time with a statement.
    private final class Use implements InvocationHandler {
        private final String sql;
        private final PreparedStatement statement;
        private boolean over;

        Use(String sql, PreparedStatement statement) {
            this.sql = sql;
            this.statement = statement;
        }

        @Override
        @SuppressWarnings("NullAway") // as above
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            return switch (method.getName()) {
                case "close" -> {
                    if (!over) {
                        over = true;
                        keep(sql, statement);
                    }
                    yield null;
                }
                case "isClosed" -> over || statement.isClosed();
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> {
                    if (over) throw new SQLException("The statement is closed.", "HY010");
                    yield call(statement, method, arguments);
                }
            };
        }
    }
}
