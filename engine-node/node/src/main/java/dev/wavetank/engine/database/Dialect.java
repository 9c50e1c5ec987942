package dev.wavetank.engine.database;

import java.util.Locale;

/// The databases a cluster runs on.
public enum Dialect {
    H2,
    POSTGRESQL;

    static Dialect of(String url) {
        return url.startsWith("jdbc:postgresql:") ? POSTGRESQL : H2;
    }

    /// As it stands in the names of schema steps.
    public String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }
}
