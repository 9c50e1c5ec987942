package dev.wavetank.cluster.wait;

import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.Progress;
import dev.wavetank.cluster.plan.NodePlan;
import dev.wavetank.cluster.plan.Step;
import dev.wavetank.cluster.runtime.NodeHost;
import dev.wavetank.cluster.runtime.Together;
import java.time.Duration;
import java.util.List;

/// Does the steps of a plan, one after the other.
public final class StepRunner {
    /// A node that drains gives running steps and calls this long.
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final NodeHost host;
    private final NodeWaiter waiter;

    /// @param patience how long nodes may take to become ready
    public StepRunner(NodeHost host, ReadinessProbe probe, Duration patience) {
        this.host = host;
        this.waiter = new NodeWaiter(host, probe, patience);
    }

    public void run(List<Step> steps, Progress progress, CancelToken cancel) throws ClusterException {
        for (int i = 0; i < steps.size(); i++) {
            cancel.check();
            Step step = steps.get(i);
            Progress part = progress.part((double) i / steps.size(), (double) (i + 1) / steps.size());
            part.report(0, step.sentence());
            run(step, part, cancel);
        }
        progress.report(1, "Ready");
    }

    private void run(Step step, Progress progress, CancelToken cancel) throws ClusterException {
        switch (step) {
            case Step.LayGround ground -> host.layGround();
            case Step.Migrate migrate -> host.migrate(cancel);
            case Step.StartNodes start -> Together.each(start.nodes(), "start", host::start);
            case Step.ThawNodes thaw -> Together.each(thaw.nodes(), "thaw", host::thaw);
            case Step.ConnectNodes connect -> Together.each(connect.nodes(), "connect", host::connect);
            case Step.StopNodes stop -> Together.each(stop.nodes(), "stop", this::stop);
            case Step.DiscardNodes discard -> Together.each(discard.nodes(), "discard", host::discard);
            case Step.AwaitReady await -> waiter.await(await.nodes(), progress, cancel);
        }
    }

    /// What does not run need not be stopped.
    private void stop(NodePlan node) throws ClusterException {
        if (host.observe(node).alive()) host.stop(node, GRACE);
    }
}
