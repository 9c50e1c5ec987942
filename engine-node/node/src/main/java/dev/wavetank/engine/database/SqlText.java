package dev.wavetank.engine.database;

import java.util.Locale;
import java.util.regex.Pattern;

/// What a statement does, as far as its text tells.
public final class SqlText {
    /// What is left of a statement when its transaction has ended.
    enum Trace {
        /// Nothing: it read.
        NONE,
        /// A lock that was taken on a job, an instance or rows: worth nothing when the server is killed,
        /// since the work is lost with its connection. Giving one back is something to keep: what waits
        /// behind it would else wait until somebody notices.
        LOCK,
        /// Something to keep.
        DATA
    }

    /// How the engine takes the locks of jobs and of instances; these statements do nothing else.
    private static final Pattern LOCK = Pattern.compile(
            "\\s*update\\s+ACT_RU_(EXECUTION\\s+set\\s+LOCK_TIME_|\\w*JOB\\s+set\\s+LOCK_OWNER_)\\s*=\\s*\\?.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private SqlText() {}

    static Trace trace(String sql) {
        if (reads(sql)) return Trace.NONE;
        return isSelect(sql) || LOCK.matcher(sql).matches() ? Trace.LOCK : Trace.DATA;
    }

    /// Whether it only reads: it changes nothing and locks nothing.
    public static boolean reads(String sql) {
        return isSelect(sql) && !sql.toLowerCase(Locale.ROOT).contains("for update");
    }

    private static boolean isSelect(String sql) {
        return sql.stripLeading().regionMatches(true, 0, "select", 0, 6);
    }
}
