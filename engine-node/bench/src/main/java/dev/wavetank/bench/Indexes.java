package dev.wavetank.bench;

import java.util.List;

/// Our indexes that a stock schema does not have, of those that the queries of a tenant can use.
final class Indexes {
    private Indexes() {}

    /// As the schema step `030-flowable-indexes` makes them.
    static List<String> ofTenants() {
        return List.of(
                "CREATE INDEX WT_TASK_TENANT ON ACT_RU_TASK (TENANT_ID_, CREATE_TIME_)",
                "CREATE INDEX WT_EXEC_TENANT ON ACT_RU_EXECUTION (TENANT_ID_, PROC_DEF_ID_)");
    }

    static String drop(String creation) {
        return "DROP INDEX " + creation.split(" ")[2];
    }
}
