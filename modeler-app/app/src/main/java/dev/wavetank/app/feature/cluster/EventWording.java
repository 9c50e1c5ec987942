package dev.wavetank.app.feature.cluster;

import dev.wavetank.app.feature.cluster.FeedEntry.Tone;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.cluster.api.ClusterEvent;
import dev.wavetank.engine.api.EngineEvent;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// Says a cluster event in a sentence. What happens hundreds of times a second (a step began, a step ended) or
/// says figures only is left out: the counts on the diagram show it.
final class EventWording {
    private final Messages messages;

    EventWording(Messages messages) {
        this.messages = messages;
    }

    Optional<FeedEntry> entry(ClusterEvent event) {
        return switch (event) {
            case ClusterEvent.StateChanged(var at, var state) ->
                Optional.of(new FeedEntry(
                        at,
                        Tone.PLAIN,
                        messages.text("cluster.event.state." + state.name().toLowerCase(Locale.ROOT))));
            case ClusterEvent.NodeChanged(var at, var previous, var node) ->
                previous.condition() == node.condition() && previous.leader() == node.leader()
                        ? Optional.empty()
                        : Optional.of(
                                new FeedEntry(at, tone(node.condition().running()), nodeSentence(previous, node)));
            case ClusterEvent.NodesChanged(var at, var nodes) ->
                Optional.of(new FeedEntry(at, Tone.PLAIN, messages.text("cluster.event.nodes", nodes.size())));
            case ClusterEvent.FaultInjected(var at, var fault) ->
                Optional.of(new FeedEntry(
                        at,
                        Tone.BAD,
                        messages.text(
                                "cluster.event.fault." + fault.kind().name().toLowerCase(Locale.ROOT),
                                String.join(", ", fault.nodes()))));
            case ClusterEvent.FaultHealed(var at, var fault) ->
                Optional.of(new FeedEntry(
                        at, Tone.GOOD, messages.text("cluster.event.healed", String.join(", ", fault.nodes()))));
            case ClusterEvent.StreamInterrupted(var at, var sentence) ->
                Optional.of(new FeedEntry(at, Tone.BAD, sentence));
            case ClusterEvent.StreamRestored(var at) ->
                Optional.of(new FeedEntry(at, Tone.GOOD, messages.text("cluster.event.restored")));
            case ClusterEvent.EngineHappened(var _, var happened) -> engine(happened);
        };
    }

    private String nodeSentence(dev.wavetank.cluster.api.NodeState previous, dev.wavetank.cluster.api.NodeState node) {
        if (previous.condition() == node.condition()) {
            return messages.text(node.leader() ? "cluster.event.leads" : "cluster.event.leadsNoMore", node.id());
        }
        String condition =
                messages.text("cluster.condition." + node.condition().name().toLowerCase(Locale.ROOT));
        return sentence(messages.text("cluster.event.node", node.id(), condition), node.note());
    }

    /// What happened, and after a colon how it came about, if that is known.
    private static String sentence(String what, String detail) {
        return detail.isBlank()
                ? what
                : what.replaceFirst("\\.$", "") + ": " + detail.replaceFirst("^fenced itself: ", "");
    }

    private Optional<FeedEntry> engine(EngineEvent event) {
        Tone tone = switch (event.type()) {
            case JOB_FAILED, JOB_DEAD, NODE_SUSPECT, NODE_DEAD, NODE_FENCED -> Tone.BAD;
            case NODE_JOINED, TAKEOVER, LEADER_CHANGED, DEPLOYED -> Tone.GOOD;
            default -> Tone.PLAIN;
        };
        return switch (event.type()) {
            case ACTIVITY_STARTED,
                    ACTIVITY_COMPLETED,
                    ACTIVITY_CANCELLED,
                    INSTANCE_STARTED,
                    INSTANCE_ENDED,
                    TASK_CREATED,
                    TASK_COMPLETED,
                    TIMER_FIRED -> Optional.empty();
            case DEPLOYED,
                    INSTANCE_CANCELLED,
                    JOB_FAILED,
                    JOB_DEAD,
                    NODE_JOINED,
                    NODE_SUSPECT,
                    NODE_DEAD,
                    NODE_FENCED,
                    NODE_LEFT,
                    TAKEOVER,
                    LEADER_CHANGED -> {
                String what = messages.text(
                        "cluster.event.engine." + event.type().name().toLowerCase(Locale.ROOT), event.node());
                String detail = Objects.requireNonNullElse(event.detail(), "");
                yield Optional.of(new FeedEntry(event.at(), tone, sentence(what, detail)));
            }
        };
    }

    private static Tone tone(boolean running) {
        return running ? Tone.PLAIN : Tone.BAD;
    }
}
