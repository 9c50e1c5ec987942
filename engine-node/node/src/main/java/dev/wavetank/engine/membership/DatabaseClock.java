package dev.wavetank.engine.membership;

import dev.wavetank.engine.database.Dialect;

/// The database's clock, by which every lease is judged: the clocks of the nodes need not agree.
public final class DatabaseClock {
    private DatabaseClock() {}

    /// The SQL for the current time as milliseconds since 1970.
    public static String now(Dialect dialect) {
        return switch (dialect) {
            case H2 -> "DATEDIFF(MILLISECOND, TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00', CURRENT_TIMESTAMP)";
            case POSTGRESQL -> "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";
        };
    }
}
