package dev.wavetank.gateway.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// API keys: 256 random bits, kept only as a SHA-256 hash. Looking a key up by its hash tells nothing about
/// near misses; a slow password hash would add nothing, since no key can be guessed.
public final class ApiKey {
    private static final String PREFIX = "wt_";
    private static final SecureRandom RANDOM = new SecureRandom();

    private ApiKey() {}

    public static String generate() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /// 64 hexadecimal digits.
    public static String hash(String key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
