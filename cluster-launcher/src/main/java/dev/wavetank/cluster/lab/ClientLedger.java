package dev.wavetank.cluster.lab;

import dev.wavetank.cluster.lab.Operation.Kind;
import dev.wavetank.cluster.lab.Operation.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/// What the client did, written outside the cluster: one line before each call, forced to the disk, and one
/// line after it. A call whose second line is missing has the outcome unknown.
///
/// Lines: `sent id kind time subject` and `outcome id outcome time answer`, separated by tabs.
final class ClientLedger implements AutoCloseable {
    private final Path file;
    private final InstantSource clock;
    private final FileChannel channel;
    private final ReentrantLock lock = new ReentrantLock();
    private long last;

    ClientLedger(Path file, InstantSource clock) throws IOException {
        this.file = file;
        this.clock = clock;
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /// Notes that the call is about to be made; returns when that is on the disk.
    long sent(Kind kind, String subject) {
        lock.lock();
        try {
            long id = ++last;
            append("sent\t" + id + "\t" + kind + "\t" + clock.instant() + "\t" + clean(subject), true);
            return id;
        } finally {
            lock.unlock();
        }
    }

    /// Notes how the call went.
    void outcome(long id, Outcome outcome, String answer) {
        lock.lock();
        try {
            append("outcome\t" + id + "\t" + outcome + "\t" + clock.instant() + "\t" + clean(answer), false);
        } finally {
            lock.unlock();
        }
    }

    /// All operations, read back from the file in the order of sending.
    List<Operation> operations() throws IOException {
        return read(file);
    }

    static List<Operation> read(Path file) throws IOException {
        Map<Long, Operation> operations = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] field = line.split("\t", -1);
            long id = Long.parseLong(field[1]);
            Instant at = Instant.parse(field[3]);
            if (field[0].equals("sent")) {
                operations.put(
                        id, new Operation(id, Kind.valueOf(field[2]), field[4], at, Outcome.UNKNOWN, at, "no answer"));
            } else {
                operations.computeIfPresent(
                        id,
                        (key, sent) -> new Operation(
                                id, sent.kind(), sent.subject(), sent.sent(), Outcome.valueOf(field[2]), at, field[4]));
            }
        }
        return new ArrayList<>(operations.values());
    }

    private void append(String line, boolean force) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            if (force) {
                channel.force(false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the client's ledger " + file + " cannot be written", e);
        }
    }

    private static String clean(String text) {
        return text.replaceAll("[\\t\\r\\n]+", " ");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
