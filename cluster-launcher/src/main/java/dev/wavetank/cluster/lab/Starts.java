package dev.wavetank.cluster.lab;

import dev.wavetank.cluster.api.HistoricInstance;
import dev.wavetank.cluster.lab.Operation.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The client's starts set against the instances that the engine knows, by business key.
///
/// @param accepted keys of which at least one start was acknowledged
/// @param unknown keys of which no start was acknowledged and at least one had no answer
/// @param instances how many instances each key has
record Starts(Set<String> accepted, Set<String> unknown, Map<String, Integer> instances) {

    static Starts of(Observation observation) {
        Map<String, Outcome> best = new HashMap<>();
        for (Operation operation : observation.operations()) {
            if (operation.isStart()) {
                best.merge(operation.subject(), operation.outcome(), Starts::stronger);
            }
        }
        Map<String, Integer> instances = new HashMap<>();
        for (HistoricInstance instance : observation.instances()) {
            instances.merge(instance.businessKey(), 1, Integer::sum);
        }
        return new Starts(keys(best, Outcome.OK), keys(best, Outcome.UNKNOWN), Map.copyOf(instances));
    }

    /// Acknowledged, and the engine knows nothing of it.
    List<String> lost() {
        return accepted.stream().filter(key -> !instances.containsKey(key)).toList();
    }

    List<String> doubled() {
        return instances.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /// Not acknowledged, and happened all the same.
    List<String> recovered() {
        return unknown.stream().filter(instances::containsKey).toList();
    }

    /// Instances that nobody asked for, or whose start certainly failed.
    List<String> invented() {
        return instances.keySet().stream()
                .filter(key -> !accepted.contains(key) && !unknown.contains(key))
                .sorted()
                .toList();
    }

    private static Outcome stronger(Outcome one, Outcome other) {
        if (one == Outcome.OK || other == Outcome.OK) {
            return Outcome.OK;
        }
        return one == Outcome.UNKNOWN ? one : other;
    }

    private static Set<String> keys(Map<String, Outcome> outcomes, Outcome wanted) {
        return outcomes.entrySet().stream()
                .filter(entry -> entry.getValue() == wanted)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
