package dev.wavetank.core.xml;

import dev.wavetank.core.xml.DocumentException.Code;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/// Writes a file so that whoever looks sees the old one or the new one, whole, whatever happens meanwhile: the
/// bytes go to a file beside it, are forced to the disk, and take its name in one step. Links are followed and
/// permissions kept.
public final class AtomicFile {
    private AtomicFile() {}

    public static void write(Path file, byte[] bytes) throws DocumentException {
        try {
            Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path beside = Files.createTempFile(real.getParent(), "." + real.getFileName(), ".tmp");
            try {
                write(beside, real, bytes);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new DocumentException(Code.IO, "The file " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static void write(Path beside, Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
        keepPermissions(beside, file);
        try {
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// A temporary file is readable by its owner only; a new document is as readable as any file of the
    /// person's.
    private static void keepPermissions(Path beside, Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(beside, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        if (Files.exists(file)) {
            view.setPermissions(Files.getPosixFilePermissions(file));
            return;
        }
        Path probe = Files.createFile(beside.resolveSibling(beside.getFileName() + ".new"));
        view.setPermissions(Files.getPosixFilePermissions(probe));
        Files.delete(probe);
    }
}
