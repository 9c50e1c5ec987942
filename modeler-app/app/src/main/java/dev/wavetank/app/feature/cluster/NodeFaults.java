package dev.wavetank.app.feature.cluster;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.ui.Tasks;
import dev.wavetank.app.workbench.ConnectedCluster;
import dev.wavetank.cluster.api.Fault;
import dev.wavetank.cluster.api.FaultKind;
import dev.wavetank.cluster.api.Healing;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.collections.ObservableSet;

/// Harm done to single nodes by hand, and the way back from each.
public final class NodeFaults {
    private final Tasks tasks;
    private final Messages messages;
    private final ConnectedCluster connected;
    private final Consumer<Exception> failed;
    private final ObservableMap<String, Healing> healings = FXCollections.observableHashMap();
    private final ObservableSet<String> busy = FXCollections.observableSet();

    NodeFaults(Tasks tasks, Messages messages, ConnectedCluster connected, Consumer<Exception> failed) {
        this.tasks = tasks;
        this.messages = messages;
        this.connected = connected;
        this.failed = failed;
    }

    public void kill(String node) {
        inject(node, new Fault.Kill(node), "cluster.job.kill");
    }

    public void pause(String node) {
        inject(node, new Fault.Pause(node), "cluster.job.pause");
    }

    public void disconnect(String node) {
        inject(node, new Fault.Disconnect(node), "cluster.job.disconnect");
    }

    public void restart(String node) {
        inject(node, new Fault.Restart(node), "cluster.job.restart");
    }

    /// Takes back what was done to the node last.
    public void heal(String node) {
        Healing healing = healings.get(node);
        if (healing == null || !busy.add(node)) {
            return;
        }
        tasks.submit(
                healing.action(),
                _ -> {
                    healing.heal();
                    return node;
                },
                _ -> {
                    busy.remove(node);
                    healings.remove(node);
                },
                problem -> {
                    busy.remove(node);
                    failed.accept(problem);
                });
    }

    private void inject(String node, Fault fault, String job) {
        connected
                .current()
                .filter(_ -> busy.add(node))
                .ifPresent(cluster -> tasks.submit(
                        messages.text(job, node),
                        _ -> cluster.inject(fault),
                        healing -> {
                            busy.remove(node);
                            if (fault.kind() != FaultKind.RESTART) {
                                healings.put(node, healing);
                            }
                        },
                        problem -> {
                            busy.remove(node);
                            failed.accept(problem);
                        }));
    }

    void forget() {
        healings.clear();
        busy.clear();
    }

    public boolean supports(FaultKind kind) {
        return connected
                .current()
                .filter(cluster -> cluster.faults().contains(kind))
                .isPresent();
    }

    /// How the node comes back, if somebody harmed it.
    public Optional<Healing> healing(String node) {
        return Optional.ofNullable(healings.get(node));
    }

    public ObservableMap<String, Healing> healings() {
        return healings;
    }

    /// Nodes with an action under way.
    public ObservableSet<String> busy() {
        return busy;
    }
}
