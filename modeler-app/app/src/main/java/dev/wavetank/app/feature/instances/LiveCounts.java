package dev.wavetank.app.feature.instances;

import dev.wavetank.app.document.Deployment;
import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.app.document.Workspace;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.ui.Job;
import dev.wavetank.app.ui.Tasks;
import dev.wavetank.app.workbench.ConnectedCluster;
import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.ClusterEvent;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.ProcessDefinition;
import dev.wavetank.cluster.api.Subscription;
import dev.wavetank.engine.api.ElementCount;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// Keeps the counts on the active, deployed diagram in step with the engines.
///
/// Engine events say *that* something moved, the counts say *what is*: after an event the counts are asked for
/// again, at most [#BEAT] times per second however many events arrive, and once every [#CALM] without any (an
/// event may be lost with the gateway that carried it). So a lost event or a lost gateway costs a late picture,
/// never a wrong one. The last counts stay on the screen while no gateway answers.
public final class LiveCounts {
    private static final Duration BEAT = Duration.ofMillis(300);
    private static final Duration CALM = Duration.ofSeconds(2);

    private final Workspace workspace;
    private final Tasks tasks;
    private final Messages messages;
    private final AtomicBoolean moved = new AtomicBoolean(true);
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private @Nullable Subscription events;
    private @Nullable Job next;
    private long calmBeats;

    public LiveCounts(Workspace workspace, ConnectedCluster connected, Tasks tasks, Messages messages) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.messages = messages;
        connected.property().subscribe(this::follow);
        workspace.activeProperty().subscribe(_ -> moved.set(true));
    }

    private void follow(Optional<Cluster> cluster) {
        if (events != null) {
            events.close();
            events = null;
        }
        if (next != null) {
            next.cancel();
        }
        if (cluster.isEmpty()) {
            state.set("");
            workspace.sessions().forEach(DocumentSession::forgetRun);
            return;
        }
        events = cluster.get().subscribe(this::heard);
        beat(cluster.get());
    }

    private void heard(ClusterEvent event) {
        if (event instanceof ClusterEvent.EngineHappened
                || event instanceof ClusterEvent.StreamInterrupted
                || event instanceof ClusterEvent.StreamRestored) {
            moved.set(true);
        }
    }

    /// Asks at once, for example right after a start.
    public void soon() {
        moved.set(true);
    }

    private void beat(Cluster cluster) {
        next = tasks.later(BEAT, () -> {
            Optional<DocumentSession> document = workspace.activeSession();
            Optional<Deployment> deployment =
                    document.flatMap(open -> open.deploymentProperty().get());
            boolean due = moved.getAndSet(false) || ++calmBeats * BEAT.toMillis() >= CALM.toMillis();
            if (deployment.isEmpty() || !due) {
                beat(cluster);
                return;
            }
            calmBeats = 0;
            tasks.submit(
                    messages.text("instances.job.counts"),
                    _ -> ask(cluster, deployment.get()),
                    counts -> {
                        document.orElseThrow().countsProperty().set(counts);
                        state.set(messages.text("instances.live"));
                        beat(cluster);
                    },
                    problem -> {
                        moved.set(true);
                        state.set(messages.text("instances.waiting", messages.failure(problem)));
                        beat(cluster);
                    });
        });
    }

    private static Map<String, ElementCount> ask(Cluster cluster, Deployment deployment) throws ClusterException {
        Map<String, ElementCount> counts = new HashMap<>();
        for (ProcessDefinition definition : deployment.definitions()) {
            for (ElementCount count : cluster.gateway().counts(definition.id())) {
                counts.put(count.elementId(), count);
            }
        }
        return counts;
    }

    /// "Live", or why the picture stands still.
    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }
}
