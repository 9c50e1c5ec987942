package dev.wavetank.engine.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A tenant's policy in the columns of `WT_TENANT`.
public final class PolicyColumns {
    /// In the order of [#values].
    public static final List<String> NAMES = List.of(
            "MAX_INSTANCES",
            "MAX_JOBS",
            "MAX_DEFINITIONS",
            "REQUESTS_PER_SECOND",
            "CALLS_AT_A_TIME",
            "EVENT_STREAMS",
            "HISTORY_DAYS",
            "SCRIPTS",
            "EGRESS");

    private PolicyColumns() {}

    /// For a `select` from `WT_TENANT t`.
    public static String selected() {
        return "t." + String.join(", t.", NAMES);
    }

    public static TenantPolicy read(ResultSet row) throws SQLException {
        String scripts = row.getString("SCRIPTS");
        String egress = row.getString("EGRESS");
        TenantPolicy policy = new TenantPolicy(
                number(row, "MAX_INSTANCES"),
                number(row, "MAX_JOBS"),
                number(row, "MAX_DEFINITIONS"),
                number(row, "REQUESTS_PER_SECOND"),
                number(row, "CALLS_AT_A_TIME"),
                number(row, "EVENT_STREAMS"),
                number(row, "HISTORY_DAYS"),
                scripts == null ? null : Scripts.valueOf(scripts),
                egress == null || egress.isEmpty() ? null : List.of(egress.split(",")));
        return policy.equals(TenantPolicy.DEFAULT) ? TenantPolicy.DEFAULT : policy;
    }

    public static List<@Nullable Object> values(TenantPolicy policy) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(policy.instances());
        values.add(policy.jobs());
        values.add(policy.definitions());
        values.add(policy.requestsPerSecond());
        values.add(policy.callsAtATime());
        values.add(policy.eventStreams());
        values.add(policy.historyDays());
        values.add(policy.scripts() == null ? null : policy.scripts().name());
        values.add(policy.egress() == null ? null : String.join(",", policy.egress()));
        return values;
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : Integer.valueOf(value);
    }
}
