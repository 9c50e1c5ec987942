package dev.wavetank.engine.database;

import dev.wavetank.engine.security.Secret;

/// Where the cluster's database is and how to sign in.
public record DatabaseSettings(String url, String user, Secret password) {
    static {
        H2Protocol.enlarge();
    }

    public Dialect dialect() {
        return Dialect.of(url);
    }
}
