package dev.wavetank.engine.events;

import dev.wavetank.engine.api.ElementCount;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;

/// Counts, for each element of one process definition, the executions that are there, the passes that ended, and
/// the jobs that failed: what the overlay on the diagram shows.
public final class ElementCounts {
    private static final String ACTIVE = "SELECT ACT_ID_, COUNT(*) FROM ACT_RU_EXECUTION"
            + " WHERE PROC_DEF_ID_ = ? AND ACT_ID_ IS NOT NULL AND IS_ACTIVE_ = ? GROUP BY ACT_ID_";
    private static final String COMPLETED = "SELECT ACT_ID_, COUNT(*) FROM ACT_HI_ACTINST"
            + " WHERE PROC_DEF_ID_ = ? AND END_TIME_ IS NOT NULL AND DELETE_REASON_ IS NULL GROUP BY ACT_ID_";
    /// A failed job waits for its retry among the timers.
    private static final String FAILED =
            "SELECT ELEMENT_ID_, COUNT(*) FROM (SELECT ELEMENT_ID_ FROM ACT_RU_DEADLETTER_JOB"
                    + " WHERE PROC_DEF_ID_ = ? UNION ALL SELECT ELEMENT_ID_ FROM ACT_RU_TIMER_JOB WHERE PROC_DEF_ID_ = ?"
                    + " AND EXCEPTION_MSG_ IS NOT NULL UNION ALL SELECT ELEMENT_ID_ FROM ACT_RU_JOB WHERE PROC_DEF_ID_ = ?"
                    + " AND EXCEPTION_MSG_ IS NOT NULL) FAILED_JOBS WHERE ELEMENT_ID_ IS NOT NULL GROUP BY ELEMENT_ID_";

    private final DataSource dataSource;

    public ElementCounts(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// @param waiting elements whose executions only wait beside another: boundary events
    public List<ElementCount> of(String processDefinitionId, Set<String> waiting) throws SQLException {
        Map<String, ElementCount> counts = new TreeMap<>();
        try (Connection connection = dataSource.getConnection()) {
            count(
                    connection,
                    ACTIVE,
                    (id, n) -> {
                        if (!waiting.contains(id)) add(counts, new ElementCount(id, n, 0, 0));
                    },
                    processDefinitionId,
                    true);
            count(connection, COMPLETED, (id, n) -> add(counts, new ElementCount(id, 0, n, 0)), processDefinitionId);
            count(
                    connection,
                    FAILED,
                    (id, n) -> add(counts, new ElementCount(id, 0, 0, n)),
                    processDefinitionId,
                    processDefinitionId,
                    processDefinitionId);
        }
        return List.copyOf(counts.values());
    }

    private static void add(Map<String, ElementCount> counts, ElementCount more) {
        counts.merge(
                more.elementId(),
                more,
                (a, b) -> new ElementCount(
                        a.elementId(),
                        a.active() + b.active(),
                        a.completed() + b.completed(),
                        a.failed() + b.failed()));
    }

    @FunctionalInterface
    private interface Row {
        void take(String elementId, long count);
    }

    private static void count(Connection connection, String sql, Row row, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) statement.setObject(i + 1, parameters[i]);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) row.take(rows.getString(1), rows.getLong(2));
            }
        }
    }
}
