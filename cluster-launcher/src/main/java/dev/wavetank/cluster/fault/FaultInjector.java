package dev.wavetank.cluster.fault;

import dev.wavetank.cluster.api.ClusterEvent;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.ClusterException.Code;
import dev.wavetank.cluster.api.Fault;
import dev.wavetank.cluster.api.FaultKind;
import dev.wavetank.cluster.api.Healing;
import dev.wavetank.cluster.plan.ClusterPlan;
import dev.wavetank.cluster.plan.NodePlan;
import dev.wavetank.cluster.runtime.NodeHost;
import dev.wavetank.cluster.runtime.Together;
import dev.wavetank.cluster.wait.StepRunner;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Does harm to the nodes of one cluster.
public final class FaultInjector {
    /// A node that drains gives running steps this long.
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Supplier<ClusterPlan> plans;
    private final NodeHost host;
    private final Set<FaultKind> possible;
    private final StepRunner runner;
    private final Consumer<ClusterEvent> events;
    private final InstantSource clock;

    public FaultInjector(
            Supplier<ClusterPlan> plans,
            NodeHost host,
            Set<FaultKind> possible,
            StepRunner runner,
            Consumer<ClusterEvent> events,
            InstantSource clock) {
        this.plans = plans;
        this.host = host;
        this.possible = Set.copyOf(possible);
        this.runner = runner;
        this.events = events;
        this.clock = clock;
    }

    /// See `Cluster.inject`.
    public Healing inject(Fault fault) throws ClusterException {
        if (!possible.contains(fault.kind())) {
            throw new ClusterException(
                    Code.FAULT_NOT_SUPPORTED,
                    "This runtime cannot " + fault.kind().name().toLowerCase(Locale.ROOT)
                            + " a node. Use the Docker runtime for this.");
        }
        ClusterPlan plan = plans.get();
        List<NodePlan> nodes = new ArrayList<>();
        for (String id : fault.nodes()) nodes.add(plan.node(id));
        events.accept(new ClusterEvent.FaultInjected(clock.instant(), fault));
        switch (fault) {
            case Fault.Kill kill -> Together.each(nodes, "kill", host::kill);
            case Fault.Pause pause -> Together.each(nodes, "pause", host::freeze);
            case Fault.Disconnect disconnect -> Together.each(nodes, "disconnect", host::disconnect);
            case Fault.StopGracefully stop -> Together.each(nodes, "stop", node -> host.stop(node, GRACE));
            case Fault.Restart restart ->
                Together.each(nodes, "restart", node -> {
                    host.stop(node, GRACE);
                    host.start(node);
                });
        }
        return new NodeHealing(
                fault, plan, host, runner, () -> events.accept(new ClusterEvent.FaultHealed(clock.instant(), fault)));
    }
}
