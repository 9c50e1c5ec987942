package dev.wavetank.engine.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.membership.Jdbc;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.tenant.TenantScope;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Filters;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/// `identity/groups` and their members.
public final class Groups {
    private static final Page PAGE =
            new Page(Group.TABLE, Group.COLUMNS, Map.of("id", "ID", "name", "NAME", "type", "GROUP_TYPE"));

    private static final Filters<Where> FILTERS = new Filters<Where>()
            .text("id", (where, value) -> where.and("ID = ?", value))
            .text("name", (where, value) -> where.and("NAME = ?", value))
            .text("nameLike", (where, value) -> where.and("NAME LIKE ?", value))
            .text("type", (where, value) -> where.and("GROUP_TYPE = ?", value))
            .text(
                    "member",
                    (where, value) -> where.and(
                            "EXISTS (SELECT 1 FROM WT_MEMBERSHIP M WHERE M.TENANT = WT_GROUP.TENANT"
                                    + " AND M.GROUP_ID = WT_GROUP.ID AND M.USER_ID = ?)",
                            value));

    private final Database database;

    Groups(Database database) {
        this.database = database;
    }

    public ObjectNode list(Caller caller, Parameters parameters) {
        Where where = Where.visibleTo(caller.scope());
        FILTERS.apply(where, parameters);
        return database.inTransaction(connection ->
                PAGE.of(connection, where, parameters, row -> Group.of(row).view(caller)));
    }

    public static List<Field> fields() {
        return PAGE.fields(FILTERS);
    }

    public ObjectNode get(Caller caller, String id) {
        return database.inTransaction(
                connection -> require(connection, caller, id).view(caller));
    }

    public ObjectNode create(Caller caller, ObjectNode body) {
        String id = Fields.id(body);
        Group group = Group.blank(caller.scope().name(), id).with(body);
        return database.inTransaction(connection -> {
            String sql = "SELECT 1 FROM WT_GROUP WHERE TENANT = ? AND ID = ?";
            if (Jdbc.first(connection, sql, row -> true, group.tenant(), id).isPresent()) {
                throw ProblemException.conflict("A group with id '" + id + "' already exists.");
            }
            Group.insert(connection, List.of(group));
            return group.view(caller);
        });
    }

    public ObjectNode update(Caller caller, String id, ObjectNode body) {
        return database.inTransaction(connection -> {
            Group group = require(connection, caller, id).with(body);
            Group.update(connection, List.of(group));
            return group.view(caller);
        });
    }

    public void delete(Caller caller, String id) {
        database.inTransaction(connection -> {
            Group group = require(connection, caller, id);
            return Jdbc.update(
                    connection, "DELETE FROM WT_GROUP WHERE TENANT = ? AND ID = ?", group.tenant(), group.id());
        });
    }

    public ObjectNode addMember(Caller caller, String id, ObjectNode body) {
        String user = Fields.present(body, "userId", 255)
                .orElseThrow(() -> ProblemException.badRequest("UserId cannot be null."));
        return database.inTransaction(connection -> {
            Group group = require(connection, caller, id);
            if (isMember(connection, group, user)) {
                throw ProblemException.conflict("User '" + user + "' is already part of group '" + id + "'.");
            }
            String known = "SELECT 1 FROM WT_USER WHERE TENANT = ? AND ID = ?";
            if (Jdbc.first(connection, known, row -> true, group.tenant(), user).isEmpty()) {
                throw ProblemException.notFound("Could not find a user with id '" + user + "'.");
            }
            Jdbc.update(
                    connection,
                    "INSERT INTO WT_MEMBERSHIP (TENANT, USER_ID, GROUP_ID) VALUES (?, ?, ?)",
                    group.tenant(),
                    user,
                    id);
            return new JsonView()
                    .put("userId", user)
                    .put("groupId", id)
                    .put("url", caller.link(Group.PATH, Links.segment(id) + "/members/" + Links.segment(user)))
                    .build();
        });
    }

    public void removeMember(Caller caller, String id, String user) {
        database.inTransaction(connection -> {
            Group group = require(connection, caller, id);
            String sql = "DELETE FROM WT_MEMBERSHIP WHERE TENANT = ? AND GROUP_ID = ? AND USER_ID = ?";
            if (Jdbc.update(connection, sql, group.tenant(), id, user) == 0) {
                throw ProblemException.notFound("User '" + user + "' is not part of group '" + id + "'.");
            }
            return true;
        });
    }

    /// The groups a user belongs to in the tenant; an administrator's question for all tenants joins them.
    public List<String> of(TenantScope scope, String user) {
        Where where = Where.visibleTo(scope).and("USER_ID = ?", user);
        return database.inTransaction(connection -> Jdbc.list(
                connection,
                "SELECT DISTINCT GROUP_ID FROM WT_MEMBERSHIP" + where.sql(),
                row -> row.getString(1),
                where.values()));
    }

    private static boolean isMember(Connection connection, Group group, String user) throws SQLException {
        String sql = "SELECT 1 FROM WT_MEMBERSHIP WHERE TENANT = ? AND GROUP_ID = ? AND USER_ID = ?";
        return Jdbc.first(connection, sql, row -> true, group.tenant(), group.id(), user)
                .isPresent();
    }

    private static Group require(Connection connection, Caller caller, String id) throws SQLException {
        Where where = Where.visibleTo(caller.scope()).and("ID = ?", id);
        List<Group> found = Jdbc.list(
                connection,
                "SELECT " + Group.COLUMNS + " FROM " + Group.TABLE + where.sql(),
                Group::of,
                where.values());
        return Single.of(found, "group", id);
    }
}
