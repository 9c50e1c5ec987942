package dev.wavetank.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/// Clients that do operations, one after the other, and how long each took.
final class Load {
    private Load() {}

    /// What one client does again and again.
    @FunctionalInterface
    interface Operation {
        void run();
    }

    /// What came of it.
    ///
    /// @param latencies in nanoseconds, sorted
    record Result(double seconds, long[] latencies, double serverCpu, double databaseCpu) {
        int operations() {
            return latencies.length;
        }

        double perSecond() {
            return latencies.length / seconds;
        }

        /// Milliseconds.
        double percentile(double percent) {
            if (latencies.length == 0) return Double.NaN;
            int index = (int) Math.ceil(percent / 100 * latencies.length) - 1;
            return latencies[Math.max(0, index)] / 1e6;
        }

        double serverCpuMillis() {
            return serverCpu * 1000 / latencies.length;
        }

        double databaseCpuMillis() {
            return databaseCpu * 1000 / latencies.length;
        }
    }

    /// @param client makes the operation of the client with that number
    static Result run(int clients, Duration time, Subject subject, IntFunction<Operation> client) {
        return run(clients, time, 0, subject, client);
    }

    /// @param perSecond of all clients together: an operation's latency counts from when it was due; 0 lets each client
    ///                  begin its next operation when the one before is done
    static Result run(int clients, Duration time, int perSecond, Subject subject, IntFunction<Operation> client) {
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < clients; i++) operations.add(client.apply(i));
        double serverBefore = Usage.cpu(subject.servers());
        double databaseBefore = Usage.cpu(subject.databases());
        long begun = System.nanoTime();
        long pace = perSecond == 0 ? 0 : 1_000_000_000L * clients / perSecond;
        long[] latencies = all(operations, pace, begun + time.toNanos());
        double seconds = (System.nanoTime() - begun) / 1e9;
        Arrays.sort(latencies);
        return new Result(
                seconds,
                latencies,
                Usage.cpu(subject.servers()) - serverBefore,
                Usage.cpu(subject.databases()) - databaseBefore);
    }

    private static long[] all(List<Operation> operations, long pace, long until) {
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("client-", 0).factory())) {
            List<Future<long[]>> futures = new ArrayList<>();
            for (Operation operation : operations)
                futures.add(threads.submit(() -> repeat(operation, go, pace, until)));
            go.countDown();
            List<long[]> parts = new ArrayList<>();
            for (Future<long[]> future : futures) parts.add(future.get());
            return parts.stream().flatMapToLong(Arrays::stream).toArray();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException("A client failed", failed);
        }
    }

    private static long[] repeat(Operation operation, CountDownLatch go, long pace, long until)
            throws InterruptedException {
        long[] latencies = new long[4096];
        int done = 0;
        go.await();
        long due =
                System.nanoTime() + (pace == 0 ? 0 : ThreadLocalRandom.current().nextLong(pace));
        while (due < until) {
            for (long now = System.nanoTime(); now < due; now = System.nanoTime()) LockSupport.parkNanos(due - now);
            operation.run();
            long ended = System.nanoTime();
            if (done == latencies.length) latencies = Arrays.copyOf(latencies, 2 * done);
            latencies[done++] = ended - due;
            due = pace == 0 ? ended : due + pace;
        }
        return Arrays.copyOf(latencies, done);
    }
}
