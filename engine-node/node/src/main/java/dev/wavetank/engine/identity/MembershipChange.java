package dev.wavetank.engine.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.membership.Jdbc;
import dev.wavetank.engine.web.ProblemException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a call makes of the groups of some users: what stands is read once, what differs is written.
final class MembershipChange {
    private record Pair(String user, String group) {}

    private final String tenant;
    private final Set<String> users;
    private final Set<String> groups;
    private final Map<String, Set<String>> standing = new HashMap<>();
    private final Set<Pair> added = new LinkedHashSet<>();
    private final Set<Pair> ended = new LinkedHashSet<>();

    MembershipChange(Connection connection, String tenant, List<String> ids) throws SQLException {
        this.tenant = tenant;
        users = new HashSet<>(SyncRows.load(
                connection, "SELECT ID FROM WT_USER WHERE TENANT = ? AND ID", tenant, ids, row -> row.getString(1)));
        groups = new HashSet<>(
                Jdbc.list(connection, "SELECT ID FROM WT_GROUP WHERE TENANT = ?", row -> row.getString(1), tenant));
        SyncRows.load(
                        connection,
                        "SELECT USER_ID, GROUP_ID FROM WT_MEMBERSHIP WHERE TENANT = ? AND USER_ID",
                        tenant,
                        ids,
                        row -> new Pair(row.getString(1), row.getString(2)))
                .forEach(pair -> standing.computeIfAbsent(pair.user(), user -> new HashSet<>())
                        .add(pair.group()));
    }

    void put(String user, ObjectNode body) {
        if (!users.contains(user)) throw ProblemException.notFound("Could not find a user with id '" + user + "'.");
        JsonNode several = body.get("groupIds");
        Set<String> wanted = new LinkedHashSet<>();
        if (several == null) {
            wanted.add(Fields.present(body, "groupId", 255)
                    .orElseThrow(() -> ProblemException.badRequest("Name groupIds, or one groupId.")));
        } else {
            if (!several.isArray()) throw ProblemException.badRequest("groupIds must be an array of ids.");
            several.forEach(group -> wanted.add(group.asText()));
        }
        for (String group : wanted) {
            if (!groups.contains(group)) {
                throw ProblemException.notFound("Could not find a group with id '" + group + "'.");
            }
        }
        Set<String> known = standing.getOrDefault(user, Set.of());
        wanted.stream().filter(group -> !known.contains(group)).forEach(group -> added.add(new Pair(user, group)));
        if (several == null) return;
        known.stream().filter(group -> !wanted.contains(group)).forEach(group -> ended.add(new Pair(user, group)));
    }

    void end(String user, ObjectNode body) {
        String only = Fields.present(body, "groupId", 255).orElse("");
        standing.getOrDefault(user, Set.of()).stream()
                .filter(group -> only.isEmpty() || only.equals(group))
                .forEach(group -> ended.add(new Pair(user, group)));
    }

    void write(Connection connection, SyncReport report) throws SQLException {
        each(connection, "INSERT INTO WT_MEMBERSHIP (TENANT, USER_ID, GROUP_ID) VALUES (?, ?, ?)", added);
        each(connection, "DELETE FROM WT_MEMBERSHIP WHERE TENANT = ? AND USER_ID = ? AND GROUP_ID = ?", ended);
        report.created(added.size());
        report.deleted(ended.size());
    }

    private void each(Connection connection, String sql, Collection<Pair> pairs) throws SQLException {
        if (pairs.isEmpty()) return;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Pair pair : pairs) {
                statement.setString(1, tenant);
                statement.setString(2, pair.user());
                statement.setString(3, pair.group());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
