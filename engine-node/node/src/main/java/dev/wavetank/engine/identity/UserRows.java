package dev.wavetank.engine.identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/// Writes users, one or ten thousand, in batches.
final class UserRows {
    private UserRows() {}

    static void insert(Connection connection, List<User> users) throws SQLException {
        write(
                connection,
                "INSERT INTO WT_USER (FIRST_NAME, LAST_NAME, DISPLAY_NAME, EMAIL, PASSWORD_HASH, TENANT, ID)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                users);
    }

    static void update(Connection connection, List<User> users) throws SQLException {
        write(
                connection,
                "UPDATE WT_USER SET FIRST_NAME = ?, LAST_NAME = ?, DISPLAY_NAME = ?, EMAIL = ?, PASSWORD_HASH = ?"
                        + " WHERE TENANT = ? AND ID = ?",
                users);
    }

    private static void write(Connection connection, String sql, List<User> users) throws SQLException {
        if (users.isEmpty()) return;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (User user : users) {
                statement.setString(1, user.firstName());
                statement.setString(2, user.lastName());
                statement.setString(3, user.displayName());
                statement.setString(4, user.email());
                statement.setString(5, user.passwordHash());
                statement.setString(6, user.tenant());
                statement.setString(7, user.id());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
