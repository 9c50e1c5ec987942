package dev.wavetank.cluster.api;

import java.time.Duration;
import java.util.Optional;

/// A question put to a cluster: so many instances of this process run, this node is killed in the middle; is
/// anything lost?
///
/// @param bpmn the process; its service steps use the delegate expression `${ledger}`, or there are no effects
///     to check
/// @param name the file's name, ends in `.bpmn`
/// @param processKey the `id` of the process in the file
/// @param instances how many are started
/// @param load over how long the starts are spread
/// @param kill the node that gets SIGKILL when about half of the instances were started; empty for none
/// @param seed decides the moment of each start and of the kill
/// @param patience how long nothing at all may happen before the experiment ends with what there is
/// @param deadline the longest the experiment may take after the first start
public record Experiment(
        byte[] bpmn,
        String name,
        String processKey,
        ClusterSpec cluster,
        RuntimeKind runtime,
        int instances,
        Duration load,
        Optional<String> kill,
        long seed,
        Duration patience,
        Duration deadline) {

    public Experiment {
        if (instances < 1) {
            throw new IllegalArgumentException("an experiment starts at least one instance, not " + instances);
        }
    }
}
