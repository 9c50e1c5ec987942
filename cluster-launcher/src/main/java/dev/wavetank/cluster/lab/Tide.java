package dev.wavetank.cluster.lab;

import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.Experiment;
import dev.wavetank.cluster.api.Gateway;
import dev.wavetank.cluster.api.InstanceQuery;
import dev.wavetank.engine.api.ElementCount;

/// How far the instances have come. What cannot be asked at the moment keeps its last value.
final class Tide {
    private final Gateway gateway;
    private final Experiment experiment;
    private final InstanceQuery all;
    private final String tenant;
    private long accepted;
    private long known;
    private long ended;
    private long completedSteps;

    Tide(Gateway gateway, Experiment experiment, String tenant) {
        this.gateway = gateway;
        this.experiment = experiment;
        this.tenant = tenant;
        this.all = InstanceQuery.of(tenant, experiment.processKey()).page(0, 1);
    }

    void look(int acceptedSoFar) {
        accepted = acceptedSoFar;
        try {
            known = gateway.history(all).total();
            ended = gateway.history(all.withFinished(true)).total();
            completedSteps = gateway.counts(experiment.processKey(), tenant).stream()
                    .mapToLong(ElementCount::completed)
                    .sum();
        } catch (ClusterException e) {
            // A node or gateway is on its way out; the next look asks again.
        }
    }

    /// Rises with everything that moves.
    long level() {
        return accepted + known + ended + completedSteps;
    }

    /// Whether all that was accepted has ended.
    boolean isOut() {
        return ended == known && known >= accepted;
    }

    double fraction() {
        return Math.min(1, (accepted + ended) / (2.0 * experiment.instances()));
    }

    String sentence(String suffix) {
        return "%d of %d accepted, %d ended%s".formatted(accepted, experiment.instances(), ended, suffix);
    }
}
