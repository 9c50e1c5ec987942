package dev.wavetank.engine.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.JsonView;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of WT_GROUP.
record Group(
        String tenant,
        String id,
        @Nullable String name,
        @Nullable String type) {
    static final String TABLE = "WT_GROUP";
    static final String COLUMNS = "TENANT, ID, NAME, GROUP_TYPE";
    static final String PATH = "/identity/groups/";

    static Group blank(String tenant, String id) {
        return new Group(tenant, id, null, null);
    }

    static Group of(ResultSet row) throws SQLException {
        return new Group(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
    }

    /// This group with what the body names.
    Group with(ObjectNode body) {
        Fields.agree(body, id);
        return new Group(tenant, id, Fields.changed(body, "name", name), Fields.changed(body, "type", type));
    }

    ObjectNode view(Caller caller) {
        return new JsonView()
                .put("id", id)
                .put("url", caller.link(PATH, Links.segment(id)))
                .put("name", name)
                .put("type", type)
                .build();
    }

    static void insert(Connection connection, List<Group> groups) throws SQLException {
        write(connection, "INSERT INTO WT_GROUP (NAME, GROUP_TYPE, TENANT, ID) VALUES (?, ?, ?, ?)", groups);
    }

    static void update(Connection connection, List<Group> groups) throws SQLException {
        write(connection, "UPDATE WT_GROUP SET NAME = ?, GROUP_TYPE = ? WHERE TENANT = ? AND ID = ?", groups);
    }

    private static void write(Connection connection, String sql, List<Group> groups) throws SQLException {
        if (groups.isEmpty()) return;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Group group : groups) {
                statement.setString(1, group.name());
                statement.setString(2, group.type());
                statement.setString(3, group.tenant());
                statement.setString(4, group.id());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
