package dev.wavetank.engine.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.membership.DatabaseClock;
import dev.wavetank.engine.membership.Jdbc;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// The table of the cluster's settings: each change is a row of its own, the last one holds.
public final class ConfigTable {
    /// The settings as they were from a moment on.
    ///
    /// @param version counts the changes; 0 is the settings the program brings
    public record Version(long version, Instant at, ClusterConfig settings) {
        public static final Version INITIAL = new Version(0, Instant.EPOCH, ClusterConfig.DEFAULT);
    }

    private static final JsonMapper JSON = new JsonMapper();

    private final String now;

    public ConfigTable(Dialect dialect) {
        this.now = DatabaseClock.now(dialect);
    }

    public static Version current(Connection connection) throws SQLException {
        return Jdbc.first(
                        connection,
                        "select VERSION, AT, SETTINGS from WT_CONFIG order by VERSION desc fetch first 1 rows only",
                        ConfigTable::read)
                .orElse(Version.INITIAL);
    }

    /// The newest first.
    public static List<Version> history(Connection connection, int start, int size) throws SQLException {
        return Jdbc.list(
                connection,
                "select VERSION, AT, SETTINGS from WT_CONFIG order by VERSION desc offset " + start
                        + " rows fetch first " + size + " rows only",
                ConfigTable::read);
    }

    /// @throws SQLException of the class 23 if another change came first
    public void append(Connection connection, long version, ClusterConfig settings) throws SQLException {
        try {
            if (Jdbc.update(
                            connection,
                            "insert into WT_CONFIG (VERSION, AT, SETTINGS) values (?, " + now + ", ?)",
                            version,
                            JSON.writeValueAsString(settings))
                    != 1) {
                throw new SQLException("The settings were not written");
            }
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Settings that an older program wrote get today's value where they say none.
    private static Version read(ResultSet row) throws SQLException {
        try {
            ClusterConfig settings = JSON.treeToValue(
                    JSON.<ObjectNode>valueToTree(ClusterConfig.DEFAULT)
                            .setAll((ObjectNode) JSON.readTree(row.getString(3))),
                    ClusterConfig.class);
            return new Version(row.getLong(1), Instant.ofEpochMilli(row.getLong(2)), settings);
        } catch (JsonProcessingException damaged) {
            throw new SQLException("The settings in the database cannot be read", damaged);
        }
    }
}
