package dev.wavetank.cluster.lab;

import dev.wavetank.cluster.api.HistoricActivity;
import dev.wavetank.engine.api.LedgerEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// The effects of the steps set against the steps that the engine's history knows.
///
/// @param surplus more effects than completed steps, by `instance/activity`
/// @param missing completed steps without their effect, by `instance/activity`
/// @param attempts how often a step was begun
/// @param count effects in all
record Effects(List<String> surplus, List<String> missing, long surplusCount, long attempts, long count) {

    static Effects of(Observation observation) {
        Map<String, Integer> completed = new HashMap<>();
        for (HistoricActivity activity : observation.activities()) {
            if (activity.endTime().isPresent() && observation.ledgerSteps().contains(activity.activityId())) {
                completed.merge(activity.processInstanceId() + "/" + activity.activityId(), 1, Integer::sum);
            }
        }
        Map<String, Integer> effects = new HashMap<>();
        Map<String, Integer> occurrences = new HashMap<>();
        long attempts = 0;
        for (LedgerEntry entry : observation.ledger()) {
            if (entry.attempt()) {
                attempts++;
            } else {
                String step = entry.processInstanceId() + "/" + entry.activityId();
                effects.merge(step, 1, Integer::sum);
                occurrences.merge(step + "/" + entry.occurrence(), 1, Integer::sum);
            }
        }
        return compare(completed, effects, occurrences, attempts);
    }

    /// Steps begun more often than finished; negative means that the ledger lacks attempts.
    long reattempts() {
        return attempts - count;
    }

    /// How many effects each node had.
    static SortedMap<String, Long> byNode(Observation observation) {
        SortedMap<String, Long> share = new TreeMap<>();
        for (LedgerEntry entry : observation.ledger()) {
            if (!entry.attempt()) {
                share.merge(entry.node(), 1L, Long::sum);
            }
        }
        return share;
    }

    private static Effects compare(
            Map<String, Integer> completed,
            Map<String, Integer> effects,
            Map<String, Integer> occurrences,
            long attempts) {
        TreeSet<String> surplus = new TreeSet<>();
        List<String> missing = new ArrayList<>();
        long surplusCount = 0;
        for (Map.Entry<String, Integer> entry : effects.entrySet()) {
            int more = entry.getValue() - completed.getOrDefault(entry.getKey(), 0);
            if (more > 0) {
                surplus.add(entry.getKey());
                surplusCount += more;
            }
        }
        for (Map.Entry<String, Integer> entry : occurrences.entrySet()) {
            String step = entry.getKey().substring(0, entry.getKey().lastIndexOf('/'));
            if (entry.getValue() > 1 && surplus.add(step)) {
                surplusCount += entry.getValue() - 1;
            }
        }
        completed.forEach((step, times) -> {
            if (effects.getOrDefault(step, 0) < times) {
                missing.add(step);
            }
        });
        long count = effects.values().stream().mapToLong(Integer::longValue).sum();
        return new Effects(List.copyOf(surplus), missing.stream().sorted().toList(), surplusCount, attempts, count);
    }
}
