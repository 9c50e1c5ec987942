package dev.wavetank.cluster.image;

import dev.wavetank.cluster.runtime.Fingerprint;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/// One layer of the image as a tar file.
///
/// @param digest SHA-256 of the file, by which the image names its layers
record Layer(Path tar, String digest) {
    /// A fixed time for all entries. Java checks its jars' times against its cache, so they must never differ.
    static final long MODIFIED = 1_767_225_600;

    /// Writes what is in the layer.
    @FunctionalInterface
    interface Content {
        void writeTo(TarWriter tar) throws IOException;
    }

    /// The layer of that key, made if it is not there yet.
    static Layer make(Path folder, String name, String key, Content content) throws IOException {
        Path tar = folder.resolve(name + "-" + key + ".tar");
        Path digestFile = folder.resolve(name + "-" + key + ".sha256");
        if (Files.isRegularFile(tar) && Files.isRegularFile(digestFile)) {
            return new Layer(tar, Files.readString(digestFile));
        }
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, name, ".new");
        try {
            MessageDigest digest = Fingerprint.sha256();
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(fresh), digest);
                    TarWriter writer = new TarWriter(new java.io.BufferedOutputStream(out, 1 << 16), MODIFIED)) {
                content.writeTo(writer);
            }
            String hex = HexFormat.of().formatHex(digest.digest());
            Files.writeString(digestFile, hex);
            Files.move(fresh, tar, StandardCopyOption.REPLACE_EXISTING);
            return new Layer(tar, hex);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
