package dev.wavetank.app.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Objects;
import java.util.Set;

/// Replaces a file as a whole or not at all: the bytes go to a neighbour file, reach the disk (`fsync`), and only
/// then take the name. Whoever reads meanwhile, or pulls the plug, sees the old file or the new one.
public final class AtomicFile {
    /// Not made of the file's own name, which may be as long as names can be.
    private static final String NEIGHBOUR = ".wavetank-";

    private AtomicFile() {}

    public static void write(Path target, byte[] content) throws IOException {
        Path real = Files.isSymbolicLink(target) ? target.toRealPath() : target.toAbsolutePath();
        Path folder = Objects.requireNonNull(real.getParent(), "a file lies in a folder");
        if (Files.exists(real) && !Files.isWritable(real)) { // taking its name would get round its protection
            throw new AccessDeniedException(real.toString(), null, "the file is read-only");
        }
        Path neighbour = Files.createTempFile(folder, NEIGHBOUR, ".saving");
        try {
            try (var channel = FileChannel.open(neighbour, StandardOpenOption.WRITE)) {
                var buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            keepPermissions(real, neighbour);
            move(neighbour, real);
            syncFolder(folder);
        } finally {
            Files.deleteIfExists(neighbour);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException networkDrive) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// A temporary file is private to its owner; the saved file keeps the rights it had, a new one gets the usual
    /// ones.
    private static void keepPermissions(Path old, Path neighbour) throws IOException {
        if (!Files.getFileStore(neighbour).supportsFileAttributeView("posix")) {
            return;
        }
        Files.setPosixFilePermissions(
                neighbour,
                Files.exists(old)
                        ? Files.getPosixFilePermissions(old)
                        : Set.of(
                                PosixFilePermission.OWNER_READ,
                                PosixFilePermission.OWNER_WRITE,
                                PosixFilePermission.GROUP_READ,
                                PosixFilePermission.OTHERS_READ));
    }

    /// Makes the new name itself durable. Some platforms cannot open a folder; the content is safe there already.
    private static void syncFolder(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notSupported) {
            return;
        }
    }
}
