package dev.wavetank.cluster.runtime;

import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.ClusterException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/// Lets one program at a time make a thing that all of them use.
public final class FileLock implements AutoCloseable {
    private final FileChannel channel;

    private FileLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Waits for the lock until cancelled. The system frees it when this program ends, however it ends.
    public static FileLock acquire(Path file, CancelToken cancel) throws IOException, ClusterException {
        Files.createDirectories(file.getParent());
        while (true) {
            cancel.check();
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            boolean locked = false;
            try {
                locked = channel.tryLock() != null;
                if (locked) return new FileLock(channel);
            } catch (OverlappingFileLockException heldInThisProgram) {
                locked = false;
            } finally {
                if (!locked) channel.close();
            }
            Pause.of(Duration.ofMillis(200), cancel);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
