package dev.wavetank.gateway.takeover;

import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.membership.DatabaseClock;
import dev.wavetank.engine.membership.Jdbc;
import dev.wavetank.engine.policy.ClusterConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;

/// Removes what nobody asks for any more, after the days that the cluster's settings and the tenants' policies
/// say: the cluster's facts, finished takeovers and idempotency keys; the ledger and the history of instances that
/// have ended; API keys that have run out. What is not finished stays, however old.
///
/// The leader does it between two looks at the nodes, so one pass is short: some hundred rows of a table, and the
/// next pass goes on. Two leaders at once would do no harm.
public final class Housekeeping {
    private static final int AT_ONCE = 1000;
    private static final int INSTANCES_AT_ONCE = 100;
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final String FIRST = " fetch first " + AT_ONCE + " rows only";

    /// Where Flowable keeps what happened in an instance, by its `PROC_INST_ID_`.
    private static final List<String> HISTORY = List.of(
            "ACT_HI_ACTINST",
            "ACT_HI_TASKINST",
            "ACT_HI_TSK_LOG",
            "ACT_HI_DETAIL",
            "ACT_HI_VARINST",
            "ACT_HI_IDENTITYLINK",
            "ACT_HI_COMMENT",
            "ACT_HI_ATTACHMENT",
            "ACT_HI_PROCINST");

    private final DataSource database;
    private final Supplier<ClusterConfig> settings;
    private final String now;
    private long nextPass = System.nanoTime();

    public Housekeeping(DataSource database, Dialect dialect, Supplier<ClusterConfig> settings) {
        this.database = database;
        this.settings = settings;
        this.now = DatabaseClock.now(dialect);
    }

    /// A pass if it is time for one; called by one thread, as often as it likes.
    void goOn() throws SQLException {
        if (System.nanoTime() - nextPass >= 0 && pass() == 0) {
            nextPass = System.nanoTime() + PAUSE.toNanos();
        }
    }

    /// @return rows removed; none are left to remove if it is zero
    int pass() throws SQLException {
        ClusterConfig keep = settings.get();
        try (Connection connection = database.getConnection()) {
            return facts(connection, keep.factsDays())
                    + (keep.ledgerDays() > 0 ? ledger(connection, keep.ledgerDays()) : 0)
                    + history(connection, keep.historyDays());
        }
    }

    private int facts(Connection connection, int days) throws SQLException {
        String before = now + " - " + Duration.ofDays(days).toMillis();
        return Jdbc.update(
                        connection,
                        "delete from WT_EVENT where ID in (select ID from WT_EVENT where AT < " + before + FIRST + ")")
                + Jdbc.update(
                        connection,
                        "delete from WT_TAKEOVER where STEP in ('DONE', 'SKIPPED') and STARTED_AT < " + before)
                + Jdbc.update(
                        connection,
                        "delete from WT_IDEMPOTENCY where (TENANT, IDEM_KEY) in (select TENANT, IDEM_KEY from"
                                + " WT_IDEMPOTENCY where CREATED_AT < " + daysAgo(days) + FIRST + ")")
                + Jdbc.update(connection, "delete from WT_API_KEY where EXPIRES_AT < " + before);
    }

    private static int ledger(Connection connection, int days) throws SQLException {
        return Jdbc.update(
                connection,
                "delete from WT_LEDGER where ID in (select l.ID from WT_LEDGER l where l.AT_TIME < " + daysAgo(days)
                        + " and not exists (select 1 from ACT_RU_EXECUTION e where e.ID_ = l.PROC_INST_ID)" + FIRST
                        + ")");
    }

    /// Instances that others called go with the one that called them, or later.
    private static int history(Connection connection, int usual) throws SQLException {
        int least = Jdbc.first(
                        connection,
                        "select min(HISTORY_DAYS) from WT_TENANT where HISTORY_DAYS > 0",
                        row -> row.getInt(1))
                .filter(days -> days > 0 && (usual == 0 || days < usual))
                .orElse(usual);
        if (least == 0) return 0;
        List<String> ended = Jdbc.list(
                connection,
                "select h.ID_ from ACT_HI_PROCINST h left join WT_TENANT t on t.ID = h.TENANT_ID_ where h.END_TIME_ < "
                        + daysAgo(least) + " and coalesce(t.HISTORY_DAYS, " + usual + ") > 0"
                        + " and h.END_TIME_ < CURRENT_TIMESTAMP - coalesce(t.HISTORY_DAYS, " + usual
                        + ") * INTERVAL '1' DAY and not exists (select 1 from ACT_RU_EXECUTION e where e.ID_ ="
                        + " h.SUPER_PROCESS_INSTANCE_ID_) order by h.END_TIME_ fetch first " + INSTANCES_AT_ONCE
                        + " rows only",
                row -> row.getString(1));
        return ended.isEmpty() ? 0 : Jdbc.transaction(connection, transaction -> remove(transaction, ended));
    }

    private static int remove(Connection transaction, List<String> instances) throws SQLException {
        String these = " (" + String.join(", ", Collections.nCopies(instances.size(), "?")) + ")";
        Object[] ids = instances.toArray();
        List<String> contents = new ArrayList<>();
        for (String table : List.of("ACT_HI_VARINST", "ACT_HI_DETAIL")) {
            contents.addAll(Jdbc.list(
                    transaction,
                    "select BYTEARRAY_ID_ from " + table + " where BYTEARRAY_ID_ is not null and PROC_INST_ID_ in"
                            + these,
                    row -> row.getString(1),
                    ids));
        }
        int removed = 0;
        for (String table : HISTORY) {
            removed += Jdbc.update(transaction, "delete from " + table + " where PROC_INST_ID_ in" + these, ids);
        }
        for (String content : contents) {
            removed += Jdbc.update(transaction, "delete from ACT_GE_BYTEARRAY where ID_ = ?", content);
        }
        return removed;
    }

    private static String daysAgo(int days) {
        return "CURRENT_TIMESTAMP - INTERVAL '" + days + "' DAY";
    }
}
