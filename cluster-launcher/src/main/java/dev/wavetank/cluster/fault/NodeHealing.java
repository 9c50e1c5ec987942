package dev.wavetank.cluster.fault;

import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.Fault;
import dev.wavetank.cluster.api.Healing;
import dev.wavetank.cluster.api.Progress;
import dev.wavetank.cluster.plan.ClusterPlan;
import dev.wavetank.cluster.plan.NodePlan;
import dev.wavetank.cluster.plan.Observed;
import dev.wavetank.cluster.plan.Planner;
import dev.wavetank.cluster.plan.Step;
import dev.wavetank.cluster.runtime.NodeHost;
import dev.wavetank.cluster.wait.StepRunner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/// Heals by repair: whatever the nodes suffer from by now, not only what the fault did to them.
final class NodeHealing implements Healing {
    private final Fault fault;
    private final ClusterPlan plan;
    private final NodeHost host;
    private final StepRunner runner;
    private final Runnable whenHealed;
    private final ReentrantLock healing = new ReentrantLock();
    private volatile boolean healed;

    NodeHealing(Fault fault, ClusterPlan plan, NodeHost host, StepRunner runner, Runnable whenHealed) {
        this.fault = fault;
        this.plan = plan;
        this.host = host;
        this.runner = runner;
        this.whenHealed = whenHealed;
    }

    @Override
    public Fault fault() {
        return fault;
    }

    @Override
    public String action() {
        String nodes = String.join(", ", fault.nodes());
        return switch (fault.kind()) {
            case KILL, STOP -> "Start " + nodes + " again";
            case PAUSE -> "Thaw " + nodes;
            case DISCONNECT -> "Connect " + nodes + " again";
            case RESTART -> "Wait for " + nodes;
        };
    }

    @Override
    public void heal() throws ClusterException {
        healing.lock();
        try {
            if (healed) return;
            List<NodePlan> nodes = new ArrayList<>();
            Map<String, Observed> observed = new HashMap<>();
            for (String id : fault.nodes()) {
                NodePlan node = plan.node(id);
                nodes.add(node);
                observed.put(id, host.observe(node));
            }
            List<Step> steps = new ArrayList<>(Planner.repair(plan, observed, fault.nodes()));
            if (steps.isEmpty()) steps.add(new Step.AwaitReady(nodes));
            runner.run(steps, Progress.NONE, CancelToken.never());
            healed = true;
            whenHealed.run();
        } finally {
            healing.unlock();
        }
    }

    @Override
    public boolean healed() {
        return healed;
    }
}
