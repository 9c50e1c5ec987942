package dev.wavetank.engine.ledger;

import dev.wavetank.engine.api.LedgerEntry;
import dev.wavetank.engine.fencing.EpochSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/// Writes and reads the rows that the checker of a failover counts.
///
/// An effect is written in the engine's own transaction, so it stands exactly when the step stands. An attempt is
/// written at once, on a connection of its own and past the fence, so that what a dead or stale node tried is seen
/// too.
public final class Ledger {
    private static final String INSERT =
            "INSERT INTO WT_LEDGER (TENANT, PROC_DEF_KEY, PROC_INST_ID, BUSINESS_KEY, ACTIVITY_ID, OCCURRENCE, NODE, EPOCH,"
                    + " AT_TIME, ATTEMPT) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String PAGE =
            "SELECT TENANT, PROC_INST_ID, BUSINESS_KEY, ACTIVITY_ID, OCCURRENCE, NODE, EPOCH, AT_TIME, ATTEMPT"
                    + " FROM WT_LEDGER WHERE PROC_DEF_KEY = ? AND TENANT = ? ORDER BY ID OFFSET ? ROWS FETCH FIRST ? ROWS ONLY";

    private final DataSource outside;
    private final String node;
    private final EpochSource epochs;
    private final Clock clock;

    /// @param outside gives connections that commit by themselves
    public Ledger(DataSource outside, String node, EpochSource epochs, Clock clock) {
        this.outside = outside;
        this.node = node;
        this.epochs = epochs;
        this.clock = clock;
    }

    /// One pass of one activity in one instance.
    public record Step(
            String tenant,
            String processDefinitionKey,
            String processInstanceId,
            String businessKey,
            String activityId,
            String occurrence) {}

    public void attempt(Step step) throws SQLException {
        try (Connection connection = outside.getConnection()) {
            insert(connection, step, true);
        }
    }

    public void effect(Connection transaction, Step step) throws SQLException {
        insert(transaction, step, false);
    }

    /// One page in the order of writing.
    public List<LedgerEntry> page(String processDefinitionKey, String tenant, int start, int size) throws SQLException {
        try (Connection connection = outside.getConnection();
                PreparedStatement statement = connection.prepareStatement(PAGE)) {
            statement.setString(1, processDefinitionKey);
            statement.setString(2, tenant);
            statement.setInt(3, start);
            statement.setInt(4, size);
            List<LedgerEntry> entries = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) entries.add(read(row));
            }
            return entries;
        }
    }

    private void insert(Connection connection, Step step, boolean attempt) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, step.tenant());
            statement.setString(2, step.processDefinitionKey());
            statement.setString(3, step.processInstanceId());
            statement.setString(4, step.businessKey());
            statement.setString(5, step.activityId());
            statement.setString(6, step.occurrence());
            statement.setString(7, node);
            statement.setLong(8, epochs.epoch());
            statement.setObject(9, OffsetDateTime.ofInstant(now(), ZoneOffset.UTC));
            statement.setBoolean(10, attempt);
            statement.executeUpdate();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static LedgerEntry read(ResultSet row) throws SQLException {
        return new LedgerEntry(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getLong(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getBoolean(9));
    }
}
