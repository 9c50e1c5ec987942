package dev.wavetank.engine.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.membership.Jdbc;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Filters;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/// `identity/users`.
public final class Users {
    private static final Page PAGE = new Page(
            User.TABLE,
            User.COLUMNS,
            Map.of(
                    "id", "ID",
                    "firstName", "FIRST_NAME",
                    "lastName", "LAST_NAME",
                    "displayName", "DISPLAY_NAME",
                    "email", "EMAIL"));

    private static final Filters<Where> FILTERS = new Filters<Where>()
            .text("id", (where, value) -> where.and("ID = ?", value))
            .text("firstName", (where, value) -> where.and("FIRST_NAME = ?", value))
            .text("lastName", (where, value) -> where.and("LAST_NAME = ?", value))
            .text("displayName", (where, value) -> where.and("DISPLAY_NAME = ?", value))
            .text("email", (where, value) -> where.and("EMAIL = ?", value))
            .text("firstNameLike", (where, value) -> where.and("FIRST_NAME LIKE ?", value))
            .text("lastNameLike", (where, value) -> where.and("LAST_NAME LIKE ?", value))
            .text("displayNameLike", (where, value) -> where.and("DISPLAY_NAME LIKE ?", value))
            .text("emailLike", (where, value) -> where.and("EMAIL LIKE ?", value))
            .text(
                    "memberOfGroup",
                    (where, value) -> where.and(
                            "EXISTS (SELECT 1 FROM WT_MEMBERSHIP M WHERE M.TENANT = WT_USER.TENANT"
                                    + " AND M.USER_ID = WT_USER.ID AND M.GROUP_ID = ?)",
                            value));

    private final Database database;

    Users(Database database) {
        this.database = database;
    }

    public ObjectNode list(Caller caller, Parameters parameters) {
        Where where = Where.visibleTo(caller.scope());
        FILTERS.apply(where, parameters);
        return database.inTransaction(connection ->
                PAGE.of(connection, where, parameters, row -> User.of(row).view(caller)));
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
        User user = User.blank(caller.scope().name(), id).with(body);
        return database.inTransaction(connection -> {
            if (find(connection, user.tenant(), id)) {
                throw ProblemException.conflict("A user with id '" + id + "' already exists.");
            }
            UserRows.insert(connection, List.of(user));
            return user.view(caller);
        });
    }

    public ObjectNode update(Caller caller, String id, ObjectNode body) {
        return database.inTransaction(connection -> {
            User user = require(connection, caller, id).with(body);
            UserRows.update(connection, List.of(user));
            return user.view(caller);
        });
    }

    public void delete(Caller caller, String id) {
        database.inTransaction(connection -> {
            User user = require(connection, caller, id);
            return Jdbc.update(connection, "DELETE FROM WT_USER WHERE TENANT = ? AND ID = ?", user.tenant(), user.id());
        });
    }

    /// The one user of this id that the caller sees.
    static User require(Connection connection, Caller caller, String id) throws SQLException {
        Where where = Where.visibleTo(caller.scope()).and("ID = ?", id);
        List<User> found = Jdbc.list(
                connection, "SELECT " + User.COLUMNS + " FROM " + User.TABLE + where.sql(), User::of, where.values());
        return Single.of(found, "user", id);
    }

    private static boolean find(Connection connection, String tenant, String id) throws SQLException {
        String sql = "SELECT 1 FROM WT_USER WHERE TENANT = ? AND ID = ?";
        return Jdbc.first(connection, sql, row -> true, tenant, id).isPresent();
    }
}
