package dev.wavetank.engine.identity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.membership.Jdbc;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/// `identity/users/{id}/info`: what else is known of a user, by key.
public final class UserInfos {
    private static final String OF_USER = " WHERE TENANT = ? AND USER_ID = ?";
    private static final String OF_KEY = OF_USER + " AND INFO_KEY = ?";

    private final Database database;

    UserInfos(Database database) {
        this.database = database;
    }

    public ArrayNode list(Caller caller, String id) {
        return database.inTransaction(connection -> {
            User user = Users.require(connection, caller, id);
            ArrayNode array = Json.mapper().createArrayNode();
            String sql = "SELECT INFO_KEY FROM WT_USER_INFO" + OF_USER + " ORDER BY INFO_KEY";
            Jdbc.list(connection, sql, row -> row.getString(1), user.tenant(), id)
                    .forEach(key -> array.add(named(caller, id, key).build()));
            return array;
        });
    }

    public ObjectNode get(Caller caller, String id, String key) {
        return database.inTransaction(connection -> {
            User user = Users.require(connection, caller, id);
            return view(caller, id, key, require(connection, user, key));
        });
    }

    public ObjectNode create(Caller caller, String id, ObjectNode body) {
        String key = Fields.present(body, "key", 255)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> ProblemException.badRequest("The key cannot be null."));
        String value = value(body);
        return database.inTransaction(connection -> {
            User user = Users.require(connection, caller, id);
            if (find(connection, user, key).isPresent()) {
                throw ProblemException.conflict("User info with key '" + key + "' already exists for this user.");
            }
            Jdbc.update(
                    connection,
                    "INSERT INTO WT_USER_INFO (TENANT, USER_ID, INFO_KEY, INFO_VALUE) VALUES (?, ?, ?, ?)",
                    user.tenant(),
                    id,
                    key,
                    value);
            return view(caller, id, key, value);
        });
    }

    public ObjectNode update(Caller caller, String id, String key, ObjectNode body) {
        String value = value(body);
        if (!Fields.present(body, "key", 255).orElse(key).equals(key)) {
            throw ProblemException.badRequest(
                    "Key provided in request body does not match the key in the resource URL.");
        }
        return database.inTransaction(connection -> {
            User user = Users.require(connection, caller, id);
            require(connection, user, key);
            String sql = "UPDATE WT_USER_INFO SET INFO_VALUE = ?" + OF_KEY;
            Jdbc.update(connection, sql, value, user.tenant(), id, key);
            return view(caller, id, key, value);
        });
    }

    public void delete(Caller caller, String id, String key) {
        database.inTransaction(connection -> {
            User user = Users.require(connection, caller, id);
            require(connection, user, key);
            return Jdbc.update(connection, "DELETE FROM WT_USER_INFO" + OF_KEY, user.tenant(), id, key);
        });
    }

    private static String value(ObjectNode body) {
        return Fields.present(body, "value", 4000)
                .orElseThrow(() -> ProblemException.badRequest("The value cannot be null."));
    }

    private static String require(Connection connection, User user, String key) throws SQLException {
        return find(connection, user, key)
                .orElseThrow(() -> ProblemException.notFound(
                        "User info with key '" + key + "' does not exists for user '" + user.id() + "'."));
    }

    private static Optional<String> find(Connection connection, User user, String key) throws SQLException {
        String sql = "SELECT INFO_VALUE FROM WT_USER_INFO" + OF_KEY;
        return Jdbc.first(connection, sql, row -> row.getString(1), user.tenant(), user.id(), key);
    }

    private static JsonView named(Caller caller, String id, String key) {
        return new JsonView()
                .put("key", key)
                .put("url", caller.link(User.PATH, Links.segment(id) + "/info/" + Links.segment(key)));
    }

    private static ObjectNode view(Caller caller, String id, String key, String value) {
        return named(caller, id, key).put("value", value).build();
    }
}
