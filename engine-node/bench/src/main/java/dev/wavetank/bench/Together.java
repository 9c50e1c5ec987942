package dev.wavetank.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/// Several clients at once, each with its number; over when the last one is done.
final class Together {
    private Together() {}

    static void run(int clients, IntConsumer client) {
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("client-", 0).factory())) {
            List<Future<?>> all = new ArrayList<>();
            for (int number = 0; number < clients; number++) {
                int own = number;
                all.add(threads.submit(() -> client.accept(own)));
            }
            for (Future<?> one : all) one.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException("A client failed", failed);
        }
    }
}
