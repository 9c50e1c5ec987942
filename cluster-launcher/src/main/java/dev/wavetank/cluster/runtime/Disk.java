package dev.wavetank.cluster.runtime;

import dev.wavetank.cluster.api.ClusterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Tells a full disk from other failures to write.
public final class Disk {
    private static final long LITTLE = 16L << 20;

    private Disk() {}

    /// @param sentence what failed, ends with a full stop
    public static ClusterException explain(String sentence, Path where, IOException cause) {
        return explain(ClusterException.Code.RUNTIME_FAILED, sentence, where, cause);
    }

    /// @param code     what it is if the disk is not full
    /// @param sentence what failed, ends with a full stop
    public static ClusterException explain(ClusterException.Code code, String sentence, Path where, IOException cause) {
        if (isFull(where, cause)) {
            return new ClusterException(
                    ClusterException.Code.DISK_FULL,
                    sentence + " The disk is full: free some space under "
                            + where.toAbsolutePath().getRoot() + " and try again.",
                    cause);
        }
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new ClusterException(code, sentence + " Reason: " + why + ".", cause);
    }

    private static boolean isFull(Path where, IOException cause) {
        if (String.valueOf(cause.getMessage()).contains("No space left")) return true;
        try {
            Path existing = where.toAbsolutePath();
            while (existing.getParent() != null && !Files.exists(existing)) existing = existing.getParent();
            return Files.getFileStore(existing).getUsableSpace() < LITTLE;
        } catch (IOException unknown) {
            return false;
        }
    }
}
