package dev.wavetank.gateway.imports;

import dev.wavetank.engine.database.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes the users of many tenants at once: who is there is changed, who is not is added.
final class UserTables {
    private record Statements(String user, String group, String membership) {}

    private static final Statements H2 = new Statements(
            "merge into WT_USER (TENANT, ID, FIRST_NAME, LAST_NAME, EMAIL) key (TENANT, ID) values (?, ?, ?, ?, ?)",
            "merge into WT_GROUP (TENANT, ID) key (TENANT, ID) values (?, ?)",
            "merge into WT_MEMBERSHIP (TENANT, USER_ID, GROUP_ID) key (TENANT, USER_ID, GROUP_ID) values (?, ?, ?)");

    private static final Statements POSTGRESQL = new Statements(
            "insert into WT_USER (TENANT, ID, FIRST_NAME, LAST_NAME, EMAIL) values (?, ?, ?, ?, ?)"
                    + " on conflict (TENANT, ID) do update set FIRST_NAME = excluded.FIRST_NAME,"
                    + " LAST_NAME = excluded.LAST_NAME, EMAIL = excluded.EMAIL",
            "insert into WT_GROUP (TENANT, ID) values (?, ?) on conflict do nothing",
            "insert into WT_MEMBERSHIP (TENANT, USER_ID, GROUP_ID) values (?, ?, ?) on conflict do nothing");

    private final Statements sql;

    UserTables(Dialect dialect) {
        this.sql = switch (dialect) {
            case H2 -> H2;
            case POSTGRESQL -> POSTGRESQL;
        };
    }

    void write(Connection transaction, List<Row> rows) throws SQLException {
        try (PreparedStatement users = transaction.prepareStatement(sql.user());
                PreparedStatement groups = transaction.prepareStatement(sql.group());
                PreparedStatement memberships = transaction.prepareStatement(sql.membership())) {
            for (Row row : rows) {
                for (Row.User one : row.users()) {
                    add(users, row.tenant(), one.id(), one.firstName(), one.lastName(), one.email());
                    for (String name : one.groups()) {
                        add(groups, row.tenant(), name);
                        add(memberships, row.tenant(), one.id(), name);
                    }
                }
            }
            users.executeBatch();
            groups.executeBatch();
            memberships.executeBatch();
        }
    }

    private static void add(PreparedStatement statement, @Nullable String... values) throws SQLException {
        for (int i = 0; i < values.length; i++) statement.setString(i + 1, values[i]);
        statement.addBatch();
    }
}
