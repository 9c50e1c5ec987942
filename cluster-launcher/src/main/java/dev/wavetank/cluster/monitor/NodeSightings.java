package dev.wavetank.cluster.monitor;

import dev.wavetank.cluster.api.NodeCondition;
import dev.wavetank.cluster.api.NodeState;
import dev.wavetank.cluster.plan.NodePlan;
import dev.wavetank.cluster.plan.Observed;
import dev.wavetank.cluster.runtime.Usage;
import dev.wavetank.engine.api.LeaseState;
import dev.wavetank.engine.api.NodeStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The latest sightings of one node.
///
/// @param ready      its last answer since its program began
/// @param everReady  it was ready at least once since its program began
/// @param starts     how often its program began
/// @param usedAt     when `usage` was read
/// @param cpu        share of one core between the last two readings that can be compared
record NodeSightings(
        NodePlan plan,
        Observed program,
        boolean ready,
        boolean everReady,
        String reason,
        int starts,
        Usage usage,
        Instant usedAt,
        double cpu,
        Optional<NodeStatus> row) {
    /// Processor time is counted in hundredths of a second and Docker measures once a second, so a shorter span
    /// would show mostly noise.
    private static final Duration SHORTEST_SPAN = Duration.ofMillis(800);

    static NodeSightings none(NodePlan plan) {
        return new NodeSightings(
                plan, Observed.ABSENT, false, false, "", 0, Usage.NONE, Instant.EPOCH, 0, Optional.empty());
    }

    NodeSightings with(Observed seen) {
        boolean begun = seen.alive() && !seen.startedAt().equals(program.startedAt());
        boolean forget = begun || !seen.alive();
        return new NodeSightings(
                plan,
                seen,
                ready && !forget,
                everReady && !forget,
                forget ? "" : reason,
                starts + (begun ? 1 : 0),
                forget ? Usage.NONE : usage,
                forget ? Instant.EPOCH : usedAt,
                forget ? 0 : cpu,
                row);
    }

    NodeSightings with(boolean isReady, String why) {
        return new NodeSightings(
                plan, program, isReady, everReady || isReady, isReady ? "" : why, starts, usage, usedAt, cpu, row);
    }

    /// The share is what was used between two readings that lie apart far enough to say something; the first one
    /// is compared with the program's start. The same reading seen again, or one too soon after the last (a node
    /// is looked at at once when something happens to it), leaves the share as it is.
    NodeSightings with(Usage used, Instant seenAt) {
        Instant at = used.readAt().orElse(seenAt);
        if (used.equals(Usage.NONE)) return this;
        boolean first = usedAt.equals(Instant.EPOCH);
        Duration between = Duration.between(first ? program.startedAt() : usedAt, at);
        if (!first && between.compareTo(SHORTEST_SPAN) < 0) {
            return new NodeSightings(
                    plan,
                    program,
                    ready,
                    everReady,
                    reason,
                    starts,
                    new Usage(usage.cpu(), used.memory()),
                    usedAt,
                    cpu,
                    row);
        }
        Duration spent = first ? used.cpu() : used.cpu().minus(usage.cpu());
        boolean telling = between.isPositive() && !spent.isNegative();
        double share = telling ? (double) spent.toNanos() / between.toNanos() : 0;
        return new NodeSightings(plan, program, ready, everReady, reason, starts, used, at, share, row);
    }

    NodeSightings with(Optional<NodeStatus> registryRow) {
        return new NodeSightings(plan, program, ready, everReady, reason, starts, usage, usedAt, cpu, registryRow);
    }

    NodeState state() {
        return new NodeState(
                plan.id(),
                plan.role(),
                condition(),
                plan.uri(),
                row.map(NodeStatus::state),
                row.map(NodeStatus::leader).orElse(false),
                row.map(NodeStatus::epoch).orElse(0L),
                cpu,
                usage.memory(),
                Math.max(0, starts - 1),
                row.map(NodeStatus::activeJobs).orElse(-1),
                note());
    }

    private NodeCondition condition() {
        return switch (program.presence()) {
            case ABSENT -> starts == 0 ? NodeCondition.CREATED : NodeCondition.DEAD;
            case CREATED -> NodeCondition.CREATED;
            case PAUSED -> NodeCondition.PAUSED;
            case EXITED -> program.exitCode() == 0 ? NodeCondition.STOPPED : NodeCondition.DEAD;
            case RUNNING -> {
                if (!program.connected()) yield NodeCondition.DISCONNECTED;
                if (row.map(NodeStatus::state).orElse(LeaseState.LIVE) == LeaseState.DRAINING) {
                    yield NodeCondition.DRAINING;
                }
                if (ready) yield NodeCondition.READY;
                yield everReady ? NodeCondition.UNREADY : NodeCondition.STARTING;
            }
        };
    }

    private String note() {
        if (program.outOfMemory()) return "ended by the system: it needed more memory than its limit";
        if (program.presence() == Observed.Presence.EXITED && program.exitCode() > 0) {
            return "ended with exit code " + program.exitCode();
        }
        return ready ? "" : reason;
    }
}
