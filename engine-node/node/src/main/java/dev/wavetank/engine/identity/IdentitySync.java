package dev.wavetank.engine.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.ProblemException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How an organisation's system pushes its users and groups: rows are created or changed as need be, and deleting
/// what is not there is no error, so a push can be repeated. All rows of a call go in one transaction; a row that
/// is wrong is reported and left out.
public final class IdentitySync {
    /// Each password costs some hundred milliseconds of computing, on purpose.
    private static final int PASSWORDS_IN_ONE_CALL = 20;

    private final Database database;

    IdentitySync(Database database) {
        this.database = database;
    }

    public ObjectNode putUsers(Caller caller, JsonNode body) {
        return put(SyncKind.USERS, caller, body, SyncReport.ofMany());
    }

    public ObjectNode putUser(Caller caller, String id, ObjectNode row) {
        return put(SyncKind.USERS, caller, alone(id, row), SyncReport.ofOne());
    }

    public ObjectNode putGroups(Caller caller, JsonNode body) {
        return put(SyncKind.GROUPS, caller, body, SyncReport.ofMany());
    }

    public ObjectNode putGroup(Caller caller, String id, ObjectNode row) {
        return put(SyncKind.GROUPS, caller, alone(id, row), SyncReport.ofOne());
    }

    /// A row is a user's id with `groupIds`, which become the user's groups, all others ending; or with one
    /// `groupId`, which is added.
    public ObjectNode putMemberships(Caller caller, JsonNode body) {
        return memberships(caller, body, MembershipChange::put, SyncReport.ofMany());
    }

    public ObjectNode putMembership(Caller caller, String id, ObjectNode row) {
        return memberships(caller, alone(id, row), MembershipChange::put, SyncReport.ofOne());
    }

    /// Ends the membership in a row's `groupId`, or all of the user's where it names none.
    public ObjectNode deleteMemberships(Caller caller, JsonNode body) {
        return memberships(caller, body, MembershipChange::end, SyncReport.ofMany());
    }

    public void deleteMembership(Caller caller, String id, Optional<String> group) {
        ObjectNode row = Json.object();
        group.ifPresent(one -> row.put("groupId", one));
        memberships(caller, alone(id, row), MembershipChange::end, SyncReport.ofOne());
    }

    public ObjectNode deleteUsers(Caller caller, JsonNode body) {
        return delete("DELETE FROM WT_USER WHERE TENANT = ? AND ID = ?", caller, body);
    }

    public ObjectNode deleteGroups(Caller caller, JsonNode body) {
        return delete("DELETE FROM WT_GROUP WHERE TENANT = ? AND ID = ?", caller, body);
    }

    private static JsonNode alone(String id, ObjectNode row) {
        Fields.agree(row, id);
        return Json.mapper().createArrayNode().add(row.deepCopy().put("id", id));
    }

    private <T> ObjectNode put(SyncKind<T> kind, Caller caller, JsonNode body, SyncReport report) {
        String tenant = caller.scope().name();
        SyncRows rows = SyncRows.read(body, report);
        requireFewPasswords(rows);
        return database.inTransaction(connection -> {
            Map<String, T> standing = new HashMap<>();
            SyncRows.load(connection, kind.found(), tenant, rows.ids(), kind.row())
                    .forEach(one -> standing.put(kind.id().apply(one), one));
            List<T> fresh = new ArrayList<>();
            List<T> changed = new ArrayList<>();
            rows.each(report, (id, row) -> {
                T known = standing.get(id);
                T base = known == null ? kind.blank().apply(tenant, id) : known;
                (known == null ? fresh : changed).add(kind.change().apply(base, row));
            });
            kind.insert().all(connection, fresh);
            kind.update().all(connection, changed);
            report.created(fresh.size());
            report.updated(changed.size());
            return report.view(rows.total());
        });
    }

    @FunctionalInterface
    private interface Membership {
        void change(MembershipChange change, String user, ObjectNode row);
    }

    private ObjectNode memberships(Caller caller, JsonNode body, Membership each, SyncReport report) {
        SyncRows rows = SyncRows.read(body, report);
        return database.inTransaction(connection -> {
            MembershipChange change =
                    new MembershipChange(connection, caller.scope().name(), rows.ids());
            rows.each(report, (id, row) -> each.change(change, id, row));
            change.write(connection, report);
            return report.view(rows.total());
        });
    }

    private ObjectNode delete(String sql, Caller caller, JsonNode body) {
        SyncReport report = SyncReport.ofMany();
        SyncRows rows = SyncRows.read(body, report);
        return database.inTransaction(connection -> {
            report.deleted(deleteEach(connection, sql, caller.scope().name(), rows.ids()));
            return report.view(rows.total());
        });
    }

    private static int deleteEach(Connection connection, String sql, String tenant, List<String> ids)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (String id : ids) {
                statement.setString(1, tenant);
                statement.setString(2, id);
                statement.addBatch();
            }
            int deleted = 0;
            for (int count : statement.executeBatch()) deleted += Math.max(count, 0);
            return deleted;
        }
    }

    private static void requireFewPasswords(SyncRows rows) {
        long passwords = rows.byId().values().stream()
                .filter(row -> row.body().hasNonNull("password"))
                .count();
        if (passwords > PASSWORDS_IN_ONE_CALL) {
            throw ProblemException.badRequest("One call sets at most " + PASSWORDS_IN_ONE_CALL
                    + " passwords: push the users without, and set passwords in smaller calls.");
        }
    }
}
