package dev.wavetank.engine.database;

import java.util.Locale;

/// What a statement does, as far as its text tells.
public final class SqlText {
    private SqlText() {}

    /// Whether it only reads: it changes nothing and locks nothing.
    public static boolean reads(String sql) {
        String start = sql.stripLeading();
        return start.regionMatches(true, 0, "select", 0, 6)
                && !start.toLowerCase(Locale.ROOT).contains("for update");
    }
}
