package dev.wavetank.app.feature.cluster;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.ui.Tasks;
import dev.wavetank.app.ui.UiThread;
import dev.wavetank.app.workbench.ConnectedCluster;
import dev.wavetank.cluster.api.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The log of one node, followed. Lines arrive in bursts from another thread and reach the screen in one piece per
/// burst.
public final class NodeLog {
    private static final int LENGTH = 2_000;

    private final Tasks tasks;
    private final UiThread ui;
    private final Messages messages;
    private final ConnectedCluster connected;
    private final Consumer<Exception> failed;
    private final ObservableList<String> lines = FXCollections.observableArrayList();
    private final ObservableList<String> linesView = FXCollections.unmodifiableObservableList(lines);
    private final ReadOnlyStringWrapper node = new ReadOnlyStringWrapper("");
    private @Nullable Subscription following;

    NodeLog(Tasks tasks, UiThread ui, Messages messages, ConnectedCluster connected, Consumer<Exception> failed) {
        this.tasks = tasks;
        this.ui = ui;
        this.messages = messages;
        this.connected = connected;
        this.failed = failed;
    }

    /// Shows the log of `id` from its beginning and goes on with it.
    public void follow(String id) {
        close();
        lines.clear();
        node.set(id);
        var inbox = new Inbox(id);
        connected
                .current()
                .ifPresent(cluster -> tasks.submit(
                        messages.text("cluster.job.log", id),
                        _ -> cluster.logs(id, true, inbox::line),
                        subscription -> following = subscription,
                        failed));
    }

    void close() {
        if (following != null) {
            following.close();
            following = null;
        }
        node.set("");
    }

    public ObservableList<String> lines() {
        return linesView;
    }

    /// Whose log it is, empty when none is shown.
    public ReadOnlyStringProperty nodeProperty() {
        return node.getReadOnlyProperty();
    }

    private final class Inbox {
        private final String owner;
        private final ConcurrentLinkedQueue<String> arrived = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean announced = new AtomicBoolean();

        Inbox(String owner) {
            this.owner = owner;
        }

        void line(String text) {
            arrived.add(text);
            if (announced.compareAndSet(false, true)) {
                ui.run(this::take);
            }
        }

        private void take() {
            announced.set(false);
            List<String> burst = new ArrayList<>();
            for (String text = arrived.poll(); text != null; text = arrived.poll()) {
                burst.add(text);
            }
            if (!owner.equals(node.get())) {
                return;
            }
            lines.addAll(burst);
            if (lines.size() > LENGTH) {
                lines.remove(0, lines.size() - LENGTH);
            }
        }
    }
}
