package dev.wavetank.cluster.lab;

import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.Experiment;
import dev.wavetank.cluster.api.Fault;
import dev.wavetank.engine.api.LeaseState;
import dev.wavetank.engine.api.NodeStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;

/// Kills the node when about half of the instances were started, and watches when the registry notices.
final class Killer {
    private static final Duration LOOK = Duration.ofMillis(100);

    /// The kill comes when between two and three fifths of the instances were accepted; the seed says where.
    private static final double EARLIEST = 0.4;

    private static final double SPREAD = 0.2;

    private final Cluster cluster;
    private final Experiment experiment;
    private final IntSupplier accepted;
    private final Pause pause;
    private final InstantSource clock;
    private final int threshold;
    private volatile Optional<FaultRecord> fault = Optional.empty();
    private volatile Optional<String> failure = Optional.empty();
    private volatile boolean stopped;

    Killer(Cluster cluster, Experiment experiment, IntSupplier accepted, Pause pause, InstantSource clock) {
        this.cluster = cluster;
        this.experiment = experiment;
        this.accepted = accepted;
        this.pause = pause;
        this.clock = clock;
        double share = EARLIEST + SPREAD * new SplittableRandom(experiment.seed()).nextDouble();
        this.threshold = Math.max(1, (int) (experiment.instances() * share));
    }

    void run() {
        if (experiment.kill().isEmpty()) {
            return;
        }
        String node = experiment.kill().get();
        while (accepted.getAsInt() < threshold) {
            if (stopped || !pause.of(LOOK)) {
                return;
            }
        }
        try {
            long epoch = status(node).map(NodeStatus::epoch).orElse(0L);
            Instant at = clock.instant();
            cluster.inject(new Fault.Kill(node));
            fault = Optional.of(new FaultRecord(node, at, epoch, Optional.empty()));
            watch(node, at, epoch);
        } catch (ClusterException e) {
            failure = Optional.of("Could not kill " + node + ": " + e.getMessage());
        }
    }

    void stop() {
        stopped = true;
    }

    Optional<FaultRecord> fault() {
        return fault;
    }

    /// Why the node was not killed.
    Optional<String> failure() {
        return failure;
    }

    /// What has become of the node, to be appended to a progress line.
    String sentence() {
        return fault.map(f -> f.detected().isPresent() ? ", " + f.node() + " dead" : ", " + f.node() + " killed")
                .orElse("");
    }

    private void watch(String node, Instant at, long epoch) {
        while (!stopped && pause.of(LOOK)) {
            try {
                boolean dead = status(node)
                        .map(status -> status.state() == LeaseState.DEAD || status.epoch() > epoch)
                        .orElse(false);
                if (dead) {
                    fault = Optional.of(new FaultRecord(node, at, epoch, Optional.of(clock.instant())));
                    return;
                }
            } catch (ClusterException e) {
                // Asked again at once; without an answer the moment stays unknown, and the checker says so.
            }
        }
    }

    private Optional<NodeStatus> status(String node) throws ClusterException {
        return cluster.gateway().nodes().stream()
                .filter(status -> status.id().equals(node))
                .findFirst();
    }
}
