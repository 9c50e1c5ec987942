package dev.wavetank.engine.flowable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Frees what this living node has locked but does not have in memory.
///
/// When the database goes away under a running job, the engine can record neither the job's result nor its
/// failure: the job stays locked by a node that is alive, which no takeover frees, until its lock of five minutes
/// expires. What two passes in a row find locked, unchanged and not in memory, is an orphan.
final class OrphanedJobs {
    private static final Logger LOG = LoggerFactory.getLogger(OrphanedJobs.class);

    /// The tables with locks; an instance's lock is held by one of its jobs.
    private enum Table {
        ACT_RU_JOB("LOCK_EXP_TIME_", "REV_"),
        ACT_RU_TIMER_JOB("LOCK_EXP_TIME_", "REV_"),
        ACT_RU_EXECUTION("LOCK_TIME_", "LOCK_TIME_");

        private final String time;
        private final String version;

        Table(String time, String version) {
            this.time = time;
            this.version = version;
        }

        String find() {
            return "SELECT ID_, " + version + " FROM " + name() + " WHERE LOCK_OWNER_ = ?";
        }

        String free() {
            return "UPDATE " + name() + " SET LOCK_OWNER_ = NULL, " + time + " = NULL WHERE ID_ = ? AND LOCK_OWNER_ = ?"
                    + " AND " + version + " = ?";
        }
    }

    private final DataSource fenced;
    private final String node;
    private final Supplier<Set<JobInMemory>> memory;
    private Map<Table, Map<String, Object>> suspects = Map.of();

    OrphanedJobs(DataSource fenced, String node, Supplier<Set<JobInMemory>> memory) {
        this.fenced = fenced;
        this.node = node;
        this.memory = memory;
    }

    /// One pass; called by one thread, some seconds apart.
    void sweep() {
        try (Connection connection = fenced.getConnection()) {
            Map<Table, Map<String, Object>> found = new HashMap<>();
            for (Table table : Table.values()) found.put(table, locked(connection, table));
            // Asked after the database, so that a job that came between is known.
            forgetKnown(found);
            int freed = 0;
            for (Table table : Table.values()) {
                Map<String, Object> before = suspects.getOrDefault(table, Map.of());
                for (Map.Entry<String, Object> lock :
                        found.getOrDefault(table, Map.of()).entrySet()) {
                    boolean unchanged = lock.getValue().equals(before.get(lock.getKey()));
                    if (unchanged) freed += free(connection, table, lock.getKey(), lock.getValue());
                }
            }
            connection.commit();
            suspects = found;
            if (freed > 0) LOG.warn("freed {} locks of work that was lost in this node", freed);
        } catch (SQLException unreachable) {
            LOG.info("The sweep for orphaned jobs waits for the database: {}", unreachable.getMessage());
        }
    }

    private void forgetKnown(Map<Table, Map<String, Object>> found) {
        Set<String> ids = new HashSet<>();
        for (JobInMemory job : memory.get()) {
            ids.add(job.id());
            if (job.instance() != null) ids.add(job.instance());
        }
        found.values().forEach(locks -> locks.keySet().removeAll(ids));
    }

    private Map<String, Object> locked(Connection connection, Table table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(table.find())) {
            statement.setString(1, node);
            Map<String, Object> locks = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) locks.put(rows.getString(1), Objects.requireNonNull(rows.getObject(2)));
            }
            return locks;
        }
    }

    private int free(Connection connection, Table table, String id, Object version) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(table.free())) {
            statement.setString(1, id);
            statement.setString(2, node);
            statement.setObject(3, version);
            return statement.executeUpdate();
        }
    }
}
