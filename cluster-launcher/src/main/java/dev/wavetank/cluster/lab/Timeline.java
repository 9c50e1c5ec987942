package dev.wavetank.cluster.lab;

import dev.wavetank.cluster.api.HistoricActivity;
import dev.wavetank.cluster.api.HistoricInstance;
import dev.wavetank.cluster.lab.Operation.Outcome;
import dev.wavetank.engine.api.LedgerEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/// When each instance gave a sign of life: its start, the end of each of its steps (a timer that fired and a task
/// that was completed too), each effect in the ledger, its end; and the client's acknowledged calls.
final class Timeline {
    private final Map<String, NavigableSet<Instant>> byInstance = new HashMap<>();
    private final Map<String, Instant> ends = new HashMap<>();
    private final List<Instant> all = new ArrayList<>();

    Timeline(Observation observation) {
        for (HistoricInstance instance : observation.instances()) {
            sign(instance.id(), instance.startTime());
            instance.endTime().ifPresent(end -> {
                sign(instance.id(), end);
                ends.put(instance.id(), end);
            });
        }
        for (HistoricActivity step : observation.activities()) {
            step.endTime().ifPresent(end -> sign(step.processInstanceId(), end));
        }
        for (LedgerEntry entry : observation.ledger()) {
            if (!entry.attempt()) {
                sign(entry.processInstanceId(), entry.at());
            }
        }
        for (Operation operation : observation.operations()) {
            if (operation.outcome() == Outcome.OK) {
                all.add(operation.answered());
            }
        }
        // Whatever never ended stood still until one stopped looking.
        if (observation.instances().stream().anyMatch(instance -> !instance.ended())) {
            all.add(observation.until());
        }
        all.sort(null);
    }

    private void sign(String instance, Instant at) {
        byInstance.computeIfAbsent(instance, key -> new TreeSet<>()).add(at);
        all.add(at);
    }

    /// The longest time between two signs of life, of whatever instance.
    Duration longestStall() {
        Duration longest = Duration.ZERO;
        for (int i = 1; i < all.size(); i++) {
            Duration gap = Duration.between(all.get(i - 1), all.get(i));
            longest = gap.compareTo(longest) > 0 ? gap : longest;
        }
        return longest;
    }

    /// From the first sign of life to the last.
    Duration whole() {
        return all.isEmpty() ? Duration.ZERO : Duration.between(all.getFirst(), all.getLast());
    }

    /// The instances that were under way at that moment.
    List<String> underWay(Instant moment) {
        return byInstance.entrySet().stream()
                .filter(entry -> !entry.getValue().first().isAfter(moment))
                .filter(entry -> Optional.ofNullable(ends.get(entry.getKey()))
                        .map(end -> end.isAfter(moment))
                        .orElse(true))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /// How long after that moment the last of the instances then under way gave its next sign of life; empty if
    /// one never did.
    Optional<Duration> fullProgressAfter(Instant moment) {
        Instant last = moment;
        for (String instance : underWay(moment)) {
            Instant next = byInstance.getOrDefault(instance, new TreeSet<>()).higher(moment);
            if (next == null) {
                return Optional.empty();
            }
            last = next.isAfter(last) ? next : last;
        }
        return Optional.of(Duration.between(moment, last));
    }
}
