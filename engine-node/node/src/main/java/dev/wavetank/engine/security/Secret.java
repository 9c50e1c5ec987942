package dev.wavetank.engine.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// A shared secret that never shows itself in a log or a debugger's list, and compares in constant time.
public final class Secret {
    private static final Secret NONE = new Secret("");

    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    /// The secret of a role that has none: it matches nothing, the empty string included.
    public static Secret none() {
        return NONE;
    }

    public boolean matches(String candidate) {
        byte[] mine = value.getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(mine, candidate.getBytes(StandardCharsets.UTF_8)) && mine.length > 0;
    }

    /// The plain text, for the one call that must present it.
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
