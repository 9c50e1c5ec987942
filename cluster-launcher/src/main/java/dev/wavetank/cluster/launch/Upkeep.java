package dev.wavetank.cluster.launch;

import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.ClusterException.Code;
import dev.wavetank.cluster.api.Progress;
import dev.wavetank.cluster.plan.ClusterPlan;
import dev.wavetank.cluster.plan.FreePorts;
import dev.wavetank.cluster.plan.NodePlan;
import dev.wavetank.cluster.plan.Observed;
import dev.wavetank.cluster.plan.Planner;
import dev.wavetank.cluster.plan.Ports;
import dev.wavetank.cluster.plan.Step;
import dev.wavetank.cluster.runtime.ClusterFolder;
import dev.wavetank.cluster.runtime.ClusterRuntime;
import dev.wavetank.cluster.runtime.NodeHost;
import dev.wavetank.cluster.wait.StepRunner;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/// Changes a cluster that works: more or fewer engines, another program, nodes that came to harm. One at a time.
final class Upkeep {
    private final ClusterFolder folder;
    private final ClusterRuntime runtime;
    private final NodeHost host;
    private final StepRunner runner;
    private final Runnable whenReplanned;
    private final ReentrantLock busy = new ReentrantLock();

    /// @param whenReplanned called when the cluster's folder has another plan
    Upkeep(ClusterFolder folder, ClusterRuntime runtime, NodeHost host, StepRunner runner, Runnable whenReplanned) {
        this.folder = folder;
        this.runtime = runtime;
        this.host = host;
        this.runner = runner;
        this.whenReplanned = whenReplanned;
    }

    /// See `Cluster.scale`. A node stands in the plan for as long as anything of it is there.
    void scale(int engines, Progress progress, CancelToken cancel) throws ClusterException {
        busy.lock();
        try {
            ClusterPlan now = folder.plan();
            ClusterPlan wanted = withEngines(now, engines);
            boolean grows = engines > now.engines().size();
            if (grows) replan(wanted);
            try {
                runner.run(Planner.scale(now, wanted), progress, cancel);
            } catch (ClusterException e) {
                if (grows) takeBack(now, wanted, e);
                throw e;
            }
            if (!grows) replan(wanted);
        } finally {
            busy.unlock();
        }
    }

    private static ClusterPlan withEngines(ClusterPlan now, int engines) throws ClusterException {
        try {
            now.spec().withEngines(engines);
        } catch (IllegalArgumentException e) {
            throw new ClusterException(Code.SPEC_INVALID, "The cluster cannot be scaled: " + e.getMessage() + ".", e);
        }
        int more = Math.max(0, engines - now.engines().size());
        return now.withEngines(engines, new Ports(FreePorts::isFree, new SecureRandom()).choose(0, more));
    }

    private void takeBack(ClusterPlan now, ClusterPlan wanted, ClusterException because) {
        try {
            runner.run(Planner.scale(wanted, now), Progress.NONE, CancelToken.never());
            replan(now);
        } catch (ClusterException left) {
            because.addSuppressed(left);
        }
    }

    private void replan(ClusterPlan plan) throws ClusterException {
        folder.replan(plan);
        whenReplanned.run();
    }

    /// See `Cluster.update`.
    void update(List<String> nodes, Progress progress, CancelToken cancel) throws ClusterException {
        busy.lock();
        try {
            ClusterPlan plan = folder.plan();
            List<NodePlan> members = nodes.isEmpty() ? plan.members() : plan.nodes(nodes);
            runtime.prepare(progress.part(0, 0.1), cancel);
            if (nodes.isEmpty()) runner.run(List.of(new Step.Migrate()), progress.part(0.1, 0.2), cancel);
            runner.run(Planner.update(members), progress.part(0.2, 1), cancel);
        } finally {
            busy.unlock();
        }
    }

    /// See `Cluster.repair`.
    List<String> repair(List<String> nodes, Progress progress, CancelToken cancel) throws ClusterException {
        busy.lock();
        try {
            ClusterPlan plan = folder.plan();
            List<NodePlan> looked = nodes.isEmpty() ? plan.nodes() : plan.nodes(nodes);
            Map<String, Observed> observed = new HashMap<>();
            for (NodePlan node : looked) observed.put(node.id(), host.observe(node));
            List<Step> steps = Planner.repair(plan, observed, observed.keySet());
            runner.run(steps, progress, cancel);
            return steps.stream().map(Step::sentence).toList();
        } finally {
            busy.unlock();
        }
    }
}
