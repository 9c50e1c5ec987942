package dev.wavetank.gateway.route;

import dev.wavetank.engine.api.NodeStatus;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Chooses the least busy engine whose circuit is closed.
///
/// Busy is first what this gateway has under way there, then the jobs it told of with its last heartbeat; among
/// equals the turn goes round. A node that has joined anew starts with a fresh circuit.
final class Balancer {
    /// Heartbeats are a second old and jobs come in pages: small differences mean nothing.
    private static final int JOBS_THAT_COUNT = 16;

    private static final CircuitBreakerConfig CIRCUIT = CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(5)
            .failureRateThreshold(50)
            .waitDurationInOpenState(Duration.ofSeconds(2))
            .permittedNumberOfCallsInHalfOpenState(2)
            .build();

    private record Life(String node, long epoch) {}

    /// An engine that was chosen; say how it went, once.
    final class Turn {
        private final NodeStatus engine;
        private final CircuitBreaker circuit;
        private final AtomicInteger underWay;
        private final long started = System.nanoTime();

        private Turn(NodeStatus engine, CircuitBreaker circuit, AtomicInteger underWay) {
            this.engine = engine;
            this.circuit = circuit;
            this.underWay = underWay;
        }

        NodeStatus engine() {
            return engine;
        }

        void answered() {
            underWay.decrementAndGet();
            circuit.onSuccess(System.nanoTime() - started, circuit.getTimestampUnit());
        }

        void failed(Exception cause) {
            underWay.decrementAndGet();
            circuit.onError(System.nanoTime() - started, circuit.getTimestampUnit(), cause);
        }

        /// Neither its merit nor its fault.
        void released() {
            underWay.decrementAndGet();
            circuit.releasePermission();
        }
    }

    private final Map<Life, CircuitBreaker> circuits = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> underWay = new ConcurrentHashMap<>();
    private final AtomicInteger round = new AtomicInteger();

    Optional<Turn> choose(List<NodeStatus> engines, Set<String> tried) {
        List<NodeStatus> candidates = new ArrayList<>(
                engines.stream().filter(engine -> !tried.contains(engine.id())).toList());
        if (candidates.size() > 1) {
            Collections.rotate(candidates, Math.floorMod(round.getAndIncrement(), candidates.size()));
            candidates.sort(Comparator.comparingInt(
                            (NodeStatus engine) -> underWay(engine.id()).get())
                    .thenComparingInt(engine -> engine.activeJobs() / JOBS_THAT_COUNT));
        }
        for (NodeStatus engine : candidates) {
            CircuitBreaker circuit = circuit(engine);
            if (circuit.tryAcquirePermission()) {
                AtomicInteger own = underWay(engine.id());
                own.incrementAndGet();
                return Optional.of(new Turn(engine, circuit, own));
            }
        }
        return Optional.empty();
    }

    private AtomicInteger underWay(String node) {
        return underWay.computeIfAbsent(node, name -> new AtomicInteger());
    }

    private CircuitBreaker circuit(NodeStatus engine) {
        Life life = new Life(engine.id(), engine.epoch());
        CircuitBreaker known = circuits.get(life);
        if (known != null) {
            return known;
        }
        circuits.keySet().removeIf(earlier -> earlier.node().equals(life.node()) && earlier.epoch() < life.epoch());
        return circuits.computeIfAbsent(life, fresh -> CircuitBreaker.of(fresh.node(), CIRCUIT));
    }
}
