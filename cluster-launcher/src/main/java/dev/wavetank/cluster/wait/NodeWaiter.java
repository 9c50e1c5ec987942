package dev.wavetank.cluster.wait;

import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.Progress;
import dev.wavetank.cluster.plan.NodePlan;
import dev.wavetank.cluster.plan.Observed;
import dev.wavetank.cluster.runtime.LastLines;
import dev.wavetank.cluster.runtime.NodeHost;
import dev.wavetank.cluster.runtime.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Waits until nodes are ready; gives up as soon as one of them has died.
public final class NodeWaiter {
    private static final Duration BETWEEN = Duration.ofMillis(50);
    private static final int LAST_LINES = 20;

    private final NodeHost host;
    private final ReadinessProbe probe;
    private final Duration deadline;

    public NodeWaiter(NodeHost host, ReadinessProbe probe, Duration deadline) {
        this.host = host;
        this.probe = probe;
        this.deadline = deadline;
    }

    /// @throws ClusterException with code `NODE_DIED`, `NODE_NOT_READY` or `CANCELLED`; the sentence of the
    /// first two ends with the node's last log lines
    public void await(List<NodePlan> nodes, Progress progress, CancelToken cancel) throws ClusterException {
        List<NodePlan> waiting = new ArrayList<>(nodes);
        String reason = "";
        long end = System.nanoTime() + deadline.toNanos();
        while (true) {
            for (NodePlan node : List.copyOf(waiting)) {
                cancel.check();
                Observed seen = host.observe(node);
                if (!seen.alive()) throw died(node, seen);
                ReadinessProbe.Answer answer = probe.ask(node);
                if (answer.ready()) {
                    waiting.remove(node);
                    progress.report(1 - (double) waiting.size() / nodes.size(), node.id() + " is ready");
                } else {
                    reason = answer.reason();
                }
            }
            if (waiting.isEmpty()) return;
            if (System.nanoTime() > end) throw notReady(waiting.getFirst(), reason);
            Pause.of(BETWEEN, cancel);
        }
    }

    private ClusterException died(NodePlan node, Observed seen) {
        String how = seen.outOfMemory()
                ? "was ended because it needed more memory than its limit of "
                        + node.size().memory() + " MiB; give it more in the description (sizes)"
                : "ended with exit code " + seen.exitCode() + " before it was ready";
        return new ClusterException(
                ClusterException.Code.NODE_DIED, node.id() + " " + how + "." + lastLines(host, node));
    }

    private ClusterException notReady(NodePlan node, String reason) {
        return new ClusterException(
                ClusterException.Code.NODE_NOT_READY,
                node.id() + " was not ready within " + deadline.toSeconds() + " s: " + reason
                        + ". See whether this machine is short of memory or processor time." + lastLines(host, node));
    }

    /// The end of a node's log as the tail of a failure message.
    public static String lastLines(NodeHost host, NodePlan node) {
        List<String> lines = LastLines.of(host, node, LAST_LINES);
        return lines.isEmpty() ? " Its log is empty." : " The last lines of its log:\n  " + String.join("\n  ", lines);
    }
}
