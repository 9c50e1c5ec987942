package dev.wavetank.cluster.launch;

import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.Gateway;
import dev.wavetank.cluster.api.InstanceQuery;
import dev.wavetank.cluster.api.StartInstance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Clients that start instances and read, without a pause and without an idempotency key: a start whose outcome is
/// unknown is a failure.
final class SteadyLoad implements AutoCloseable {
    private static final int CLIENTS = 3;
    private static final Duration BETWEEN = Duration.ofMillis(40);

    private final Gateway gateway;
    private final String key;
    private final String tenant;
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicLong slowest = new AtomicLong();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final List<Thread> clients = new ArrayList<>();

    SteadyLoad(Gateway gateway, String key, String tenant) {
        this.gateway = gateway;
        this.key = key;
        this.tenant = tenant;
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(Thread.ofVirtual().name("client-" + i).start(this::work));
        }
    }

    private void work() {
        try {
            while (!end.await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS)) {
                int number = numbers.incrementAndGet();
                call("start " + number, () -> {
                    gateway.start(new StartInstance(
                            key, "order-" + number, Map.of("number", number), tenant, Optional.empty()));
                    started.incrementAndGet();
                });
                call("read " + number, () -> {
                    if (gateway.history(InstanceQuery.of(tenant, key).page(0, 1))
                            .items()
                            .isEmpty()) {
                        failures.add("read " + number + ": nothing is there");
                    }
                });
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// One call of a client.
    private interface Made {
        void make() throws ClusterException;
    }

    private void call(String what, Made call) {
        long begun = System.nanoTime();
        try {
            call.make();
        } catch (ClusterException e) {
            failures.add(what + ": " + e.code() + " " + e.getMessage());
        }
        calls.incrementAndGet();
        slowest.accumulateAndGet(System.nanoTime() - begun, Math::max);
    }

    int calls() {
        return calls.get();
    }

    int started() {
        return started.get();
    }

    Duration slowest() {
        return Duration.ofNanos(slowest.get());
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() throws InterruptedException {
        end.countDown();
        for (Thread client : clients) client.join();
    }
}
