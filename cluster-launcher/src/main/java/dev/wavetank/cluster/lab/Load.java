package dev.wavetank.cluster.lab;

import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.Experiment;
import dev.wavetank.cluster.api.Gateway;
import dev.wavetank.cluster.api.ProcessInstance;
import dev.wavetank.cluster.api.StartInstance;
import dev.wavetank.cluster.lab.Operation.Kind;
import dev.wavetank.cluster.lab.Operation.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/// Starts the instances, spread over the load time. A start that fails or has no answer is sent again under the
/// same idempotency key, as a careful client does.
final class Load {
    private static final int TRIES = 40;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);

    private final Gateway gateway;
    private final Experiment experiment;
    private final String tenant;
    private final ClientLedger ledger;
    private final Pause pause;
    private final InstantSource clock;
    private final Duration[] moments;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();

    Load(Gateway gateway, Experiment experiment, String tenant, ClientLedger ledger, Pause pause, InstantSource clock) {
        this.gateway = gateway;
        this.experiment = experiment;
        this.tenant = tenant;
        this.ledger = ledger;
        this.pause = pause;
        this.clock = clock;
        this.moments = moments(experiment);
    }

    /// Starts instances until there are none left; several threads may share the work.
    void run(Instant begin) {
        for (int i = next.getAndIncrement(); i < moments.length; i = next.getAndIncrement()) {
            if (!pause.of(Duration.between(clock.instant(), begin.plus(moments[i])))) {
                return;
            }
            start("order-" + experiment.seed() + "-" + (i + 1), i);
        }
    }

    int accepted() {
        return accepted.get();
    }

    private void start(String key, int number) {
        StartInstance start =
                new StartInstance(experiment.processKey(), key, Map.of("number", number), tenant, Optional.of(key));
        for (int attempt = 0; attempt < TRIES; attempt++) {
            if (attempt > 0 && !pause.of(BETWEEN_TRIES)) {
                return;
            }
            long id = ledger.sent(Kind.START, key);
            try {
                ProcessInstance instance = gateway.start(start);
                ledger.outcome(id, Outcome.OK, instance.id());
                accepted.incrementAndGet();
                return;
            } catch (ClusterException e) {
                ledger.outcome(id, Calls.outcome(e), String.valueOf(e.getMessage()));
                if (Calls.isFinal(e)) {
                    return;
                }
            }
        }
    }

    /// One moment per instance: even slots, each shifted within its slot by the seed.
    private static Duration[] moments(Experiment experiment) {
        SplittableRandom random = new SplittableRandom(experiment.seed());
        long slot = experiment.load().toNanos() / experiment.instances();
        Duration[] moments = new Duration[experiment.instances()];
        for (int i = 0; i < moments.length; i++) {
            moments[i] = Duration.ofNanos(i * slot + (slot == 0 ? 0 : random.nextLong(slot)));
        }
        return moments;
    }
}
