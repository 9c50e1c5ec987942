package dev.wavetank.app.feature.cluster;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.ui.Tasks;
import dev.wavetank.app.ui.UiThread;
import dev.wavetank.app.workbench.ConnectedCluster;
import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.ClusterEvent;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.ClusterInfo;
import dev.wavetank.cluster.api.ClusterLauncher;
import dev.wavetank.cluster.api.ClusterSpec;
import dev.wavetank.cluster.api.NodeState;
import dev.wavetank.cluster.api.Progress;
import dev.wavetank.cluster.api.RuntimeKind;
import dev.wavetank.cluster.api.RuntimeStatus;
import dev.wavetank.cluster.api.Subscription;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The life of the one cluster that this window started or joined, and what is seen of it.
public final class ClusterViewModel {
    /// What the view offers: the form, a progress bar, or the nodes.
    public enum Phase {
        NONE,
        STARTING,
        RUNNING,
        STOPPING
    }

    private static final int FEED_LENGTH = 500;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);

    private final ClusterLauncher launcher;
    private final Tasks tasks;
    private final UiThread ui;
    private final Messages messages;
    private final ConnectedCluster connected;
    private final EventWording wording;
    private final NodeFaults faults;
    private final NodeLog log;

    private final ObjectProperty<RuntimeKind> runtime = new SimpleObjectProperty<>(RuntimeKind.PROCESS);
    private final IntegerProperty engines = new SimpleIntegerProperty(ClusterSpec.DEFAULT.engines());
    private final IntegerProperty gateways = new SimpleIntegerProperty(ClusterSpec.DEFAULT.gateways());
    private final ObservableList<RuntimeStatus> runtimes = FXCollections.observableArrayList();
    private final ObservableList<RuntimeStatus> runtimesView = FXCollections.unmodifiableObservableList(runtimes);
    private final ObservableList<ClusterInfo> present = FXCollections.observableArrayList();
    private final ObservableList<ClusterInfo> presentView = FXCollections.unmodifiableObservableList(present);
    private final BooleanProperty owned = new SimpleBooleanProperty();
    private final ObservableList<NodeState> nodes = FXCollections.observableArrayList();
    private final ObservableList<NodeState> nodesView = FXCollections.unmodifiableObservableList(nodes);
    private final ObservableList<FeedEntry> feed = FXCollections.observableArrayList();
    private final ObservableList<FeedEntry> feedView = FXCollections.unmodifiableObservableList(feed);
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.NONE);
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private CancelToken cancel = CancelToken.never();
    private @Nullable Subscription events;

    public ClusterViewModel(
            ClusterLauncher launcher, Tasks tasks, UiThread ui, Messages messages, ConnectedCluster connected) {
        this.launcher = launcher;
        this.tasks = tasks;
        this.ui = ui;
        this.messages = messages;
        this.connected = connected;
        this.wording = new EventWording(messages);
        this.faults = new NodeFaults(tasks, messages, connected, this::fail);
        this.log = new NodeLog(tasks, ui, messages, connected, this::fail);
    }

    /// Asks which runtimes this machine has and prefers the first that answers.
    public void lookForRuntimes() {
        tasks.submit(
                messages.text("cluster.job.runtimes"),
                _ -> launcher.runtimes(),
                found -> {
                    runtimes.setAll(found);
                    found.stream()
                            .filter(RuntimeStatus::available)
                            .findFirst()
                            .ifPresent(first -> runtime.set(first.kind()));
                },
                this::fail);
    }

    /// Looks for clusters that run already, now and again for as long as the program runs and has none.
    public void watchPresent() {
        if (phase.get() != Phase.NONE) {
            tasks.later(BETWEEN_LOOKS, this::watchPresent);
            return;
        }
        tasks.submit(
                messages.text("cluster.job.present"),
                _ -> launcher.list(),
                found -> {
                    showPresent(found);
                    tasks.later(BETWEEN_LOOKS, this::watchPresent);
                },
                _ -> tasks.later(BETWEEN_LOOKS, this::watchPresent));
    }

    private void showPresent(List<ClusterInfo> found) {
        List<ClusterInfo> running = found.stream().filter(info -> !info.stale()).toList();
        if (!present.equals(running)) {
            present.setAll(running);
        }
    }

    /// Joins a running cluster: it is watched and steered like one of our own, and goes on when we leave.
    public void attach(ClusterInfo info) {
        if (phase.get() != Phase.NONE) {
            return;
        }
        failure.set("");
        feed.clear();
        enter(Phase.STARTING, messages.text("cluster.job.attach", info.id()));
        tasks.submit(
                messages.text("cluster.job.attach", info.id()),
                _ -> launcher.attach(info.id()),
                cluster -> {
                    started(cluster);
                    owned.set(false);
                    message.set(messages.text("cluster.attached", cluster.id()));
                },
                problem -> {
                    enter(Phase.NONE, "");
                    fail(problem);
                });
    }

    /// Lets the cluster live on when the program ends.
    public void keepRunning() {
        connected
                .current()
                .ifPresent(cluster -> tasks.submit(
                        messages.text("cluster.job.detach", cluster.id()),
                        _ -> {
                            cluster.detach();
                            return cluster.id();
                        },
                        id -> {
                            owned.set(false);
                            message.set(messages.text("cluster.detached", id));
                        },
                        this::fail));
    }

    /// Leaves a cluster that goes on without us.
    public void letGo() {
        if (phase.get() != Phase.RUNNING || owned.get()) {
            return;
        }
        connected.current().ifPresent(cluster -> {
            stopped();
            tasks.submit(
                    messages.text("cluster.job.detach", cluster.id()),
                    _ -> {
                        cluster.close();
                        return cluster.id();
                    },
                    _ -> {},
                    this::fail);
        });
    }

    public void start() {
        if (phase.get() != Phase.NONE) {
            return;
        }
        ClusterSpec spec = ClusterSpec.DEFAULT.withEngines(engines.get()).withGateways(gateways.get());
        RuntimeKind kind = runtime.get();
        var token = new CancelToken();
        cancel = token;
        failure.set("");
        feed.clear();
        enter(Phase.STARTING, messages.text("cluster.starting"));
        tasks.submit(
                messages.text("cluster.job.start"),
                progress -> launcher.start(spec, kind, both(progress, token), token),
                this::started,
                problem -> {
                    enter(Phase.NONE, "");
                    if (!token.isCancelled()) {
                        fail(problem);
                    }
                });
    }

    /// Gives up a start that is under way; what it had begun is removed.
    public void cancelStart() {
        message.set(messages.text("cluster.cancelling"));
        cancel.cancel();
    }

    public void stop() {
        if (phase.get() != Phase.RUNNING) {
            return;
        }
        connected.current().ifPresent(cluster -> {
            enter(Phase.STOPPING, messages.text("cluster.stopping"));
            log.close();
            tasks.submit(
                    messages.text("cluster.job.stop"),
                    progress -> {
                        cluster.stop(both(progress, CancelToken.never()));
                        return cluster.id();
                    },
                    _ -> stopped(),
                    problem -> {
                        stopped();
                        fail(problem);
                    });
        });
    }

    /// Ends our part in the calling thread, for the end of the program: our own cluster stops, another goes on.
    public void stopNow() throws ClusterException {
        cancel.cancel();
        if (connected.current().isPresent()) {
            connected.current().get().close();
        }
    }

    private void started(Cluster cluster) {
        connected.connect(cluster);
        events = cluster.subscribe(event -> ui.run(() -> happened(event)));
        nodes.setAll(cluster.nodes());
        owned.set(true);
        enter(Phase.RUNNING, messages.text("cluster.running", cluster.id()));
    }

    private void happened(ClusterEvent event) {
        if (event instanceof ClusterEvent.NodeChanged(var _, var _, var node)) {
            replace(node);
        }
        if (event instanceof ClusterEvent.NodesChanged(var _, var all)) {
            nodes.setAll(all);
        }
        wording.entry(event).ifPresent(entry -> {
            feed.addFirst(entry);
            if (feed.size() > FEED_LENGTH) {
                feed.removeLast();
            }
        });
    }

    private void replace(NodeState node) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).id().equals(node.id())) {
                nodes.set(i, node);
                return;
            }
        }
        nodes.add(node);
    }

    private void stopped() {
        if (events != null) {
            events.close();
        }
        events = null;
        log.close();
        connected.disconnect();
        faults.forget();
        nodes.clear();
        present.clear();
        enter(Phase.NONE, "");
    }

    /// Progress for the status bar and for the panel; cancelling in the status bar cancels here too.
    private Progress both(dev.wavetank.app.ui.Progress shown, CancelToken token) {
        return (part, sentence) -> {
            if (shown.cancelled()) {
                token.cancel();
            }
            shown.report(part, sentence);
            ui.run(() -> {
                fraction.set(part);
                message.set(sentence);
            });
        };
    }

    private void enter(Phase next, String sentence) {
        fraction.set(-1);
        message.set(sentence);
        phase.set(next);
    }

    private void fail(Exception problem) {
        failure.set(messages.failure(problem));
    }

    public NodeFaults faults() {
        return faults;
    }

    public NodeLog log() {
        return log;
    }

    public ObjectProperty<RuntimeKind> runtimeProperty() {
        return runtime;
    }

    public IntegerProperty enginesProperty() {
        return engines;
    }

    public IntegerProperty gatewaysProperty() {
        return gateways;
    }

    public List<RuntimeStatus> runtimes() {
        return runtimes;
    }

    public ObservableList<RuntimeStatus> observableRuntimes() {
        return runtimesView;
    }

    /// Clusters that run already and can be joined, newest first.
    public ObservableList<ClusterInfo> present() {
        return presentView;
    }

    /// Whether the cluster goes away with this program.
    public ReadOnlyBooleanProperty ownedProperty() {
        return owned;
    }

    public ObservableList<NodeState> nodes() {
        return nodesView;
    }

    /// Newest first.
    public ObservableList<FeedEntry> feed() {
        return feedView;
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /// The last thing that went wrong, empty if all is well.
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
