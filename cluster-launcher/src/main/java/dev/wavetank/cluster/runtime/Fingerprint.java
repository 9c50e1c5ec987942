package dev.wavetank.cluster.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A short hash of many things, for names that change exactly when one of the things does.
public final class Fingerprint {
    private final MessageDigest digest = sha256();

    public Fingerprint add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return this;
    }

    /// Adds a file's name and content.
    public Fingerprint addContent(Path file) throws IOException {
        add(file.getFileName().toString());
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) digest.update(buffer, 0, n);
        }
        return this;
    }

    /// Adds a file's place, size and time of change; those of a missing file are zero.
    public Fingerprint addFileFacts(Path file) {
        try {
            return add(file + " " + Files.size(file) + " "
                    + Files.getLastModifiedTime(file).toMillis());
        } catch (IOException missing) {
            return add(file + " 0 0");
        }
    }

    /// Sixteen hexadecimal digits. Ends this fingerprint.
    public String value() {
        return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
