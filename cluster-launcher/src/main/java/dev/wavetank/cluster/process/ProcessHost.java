package dev.wavetank.cluster.process;

import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.ClusterException.Code;
import dev.wavetank.cluster.api.NodeSize;
import dev.wavetank.cluster.api.Role;
import dev.wavetank.cluster.api.Subscription;
import dev.wavetank.cluster.plan.NodePlan;
import dev.wavetank.cluster.plan.Observed;
import dev.wavetank.cluster.runtime.ClusterFolder;
import dev.wavetank.cluster.runtime.Disk;
import dev.wavetank.cluster.runtime.LastLines;
import dev.wavetank.cluster.runtime.NodeEnvironment;
import dev.wavetank.cluster.runtime.NodeHost;
import dev.wavetank.cluster.runtime.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The processes of one cluster.
final class ProcessHost implements NodeHost {
    private static final NodeSize MIGRATION_SIZE = new NodeSize(160, 448);
    private static final Duration MIGRATION_DEADLINE = Duration.ofMinutes(3);

    private final ClusterFolder folder;
    private final ProcessLaunch launch;
    private final Map<String, NodeProcess> processes = new ConcurrentHashMap<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private final Object lock = new Object();
    private boolean removed;

    ProcessHost(ClusterFolder folder, ProcessLaunch launch) {
        this.folder = folder;
        this.launch = launch;
        for (NodePlan node : folder.record().plan().nodes()) {
            NodeProcess.read(folder.run(node.id())).ifPresent(process -> remember(node.id(), process));
        }
    }

    @Override
    public void layGround() {
        // The folder is all that processes need.
    }

    @Override
    public void migrate(CancelToken cancel) throws ClusterException {
        NodeProcess process = launch("migrate", "migrate", MIGRATION_SIZE, 0, "http://127.0.0.1:0");
        try (var cancelled = cancel.onCancel(process::kill)) {
            boolean ended = process.awaitEnd(MIGRATION_DEADLINE);
            cancel.check();
            int exitCode = process.observe().exitCode();
            if (ended && exitCode == 0) return;
            LastLines last = new LastLines(20);
            LogFile.read(folder.log("migrate"), false, "migrate", last).close();
            throw new ClusterException(
                    Code.NODE_DIED,
                    "The database schema could not be made: the step "
                            + (ended
                                    ? "ended with exit code " + exitCode
                                    : "did not end within " + MIGRATION_DEADLINE.toSeconds() + " s")
                            + ". The last lines of its log:\n  " + String.join("\n  ", last.lines()));
        } finally {
            process.kill();
        }
    }

    @Override
    public void start(NodePlan node) throws ClusterException {
        if (observe(node).alive()) return;
        launch(
                node.id(),
                node.role().word(),
                node.size(),
                node.port(),
                node.http().toString());
    }

    private NodeProcess launch(String id, String role, NodeSize size, int port, String advertise)
            throws ClusterException {
        NodeEnvironment environment = new NodeEnvironment(
                folder.record().plan(),
                "127.0.0.1",
                "127.0.0.1:"
                        + folder.record()
                                .plan()
                                .database()
                                .map(NodePlan::dataPort)
                                .orElse(0),
                folder.secrets().toString(),
                folder.data().toString());
        synchronized (lock) {
            if (removed) throw new ClusterException(Code.CANCELLED, "The cluster is being removed.");
            try {
                Process process = launch.start(
                        folder.path(), role, size, environment.of(id, role, port, advertise), folder.log(id));
                NodeProcess node = NodeProcess.started(process, folder.run(id));
                remember(id, node);
                return node;
            } catch (IOException e) {
                throw Disk.explain("The process of " + id + " could not be started.", folder.path(), e);
            }
        }
    }

    /// The node's process, also one that another program has started since.
    private Optional<NodeProcess> process(NodePlan node) {
        NodeProcess known = processes.get(node.id());
        if (known == null || known.living().isEmpty()) {
            NodeProcess.read(folder.run(node.id()))
                    .filter(written -> known == null || !written.identity().equals(known.identity()))
                    .ifPresent(written -> remember(node.id(), written));
        }
        return Optional.ofNullable(processes.get(node.id()));
    }

    private void remember(String id, NodeProcess process) {
        processes.put(id, process);
        touched(id);
        process.living().ifPresent(handle -> handle.onExit().thenRun(() -> touched(id)));
    }

    private void touched(String id) {
        listeners.forEach(listener -> listener.accept(id));
    }

    @Override
    public void kill(NodePlan node) throws ClusterException {
        if (!running(node).kill()) throw stillThere(node);
    }

    @Override
    public void freeze(NodePlan node) throws ClusterException {
        Signals.stop(running(node).identity().pid());
        touched(node.id());
    }

    @Override
    public void thaw(NodePlan node) throws ClusterException {
        Signals.resume(running(node).identity().pid());
        touched(node.id());
    }

    @Override
    public void disconnect(NodePlan node) throws ClusterException {
        throw new ClusterException(
                Code.FAULT_NOT_SUPPORTED,
                "A local process cannot be cut from the network. Use the Docker runtime for this, or pause " + node.id()
                        + " instead.");
    }

    @Override
    public void connect(NodePlan node) {
        // A local process is never cut off.
    }

    @Override
    public void stop(NodePlan node, Duration grace) throws ClusterException {
        NodeProcess process = running(node);
        process.living().ifPresent(ProcessHandle::destroy);
        if (!process.awaitEnd(grace) && !process.kill()) throw stillThere(node);
    }

    @Override
    public void discard(NodePlan node) throws ClusterException {
        Optional<NodeProcess> process = process(node);
        if (process.isPresent() && !process.get().kill()) throw stillThere(node);
        processes.remove(node.id());
        try {
            Files.deleteIfExists(folder.run(node.id()));
        } catch (IOException e) {
            throw Disk.explain("The record of " + node.id() + " cannot be removed.", folder.path(), e);
        }
        touched(node.id());
    }

    @Override
    public Observed observe(NodePlan node) {
        return process(node).map(NodeProcess::observe).orElse(Observed.ABSENT);
    }

    @Override
    public Usage usage(NodePlan node) {
        return process(node).map(NodeProcess::usage).orElse(Usage.NONE);
    }

    @Override
    public Subscription log(NodePlan node, boolean follow, Consumer<String> line) throws ClusterException {
        return LogFile.read(folder.log(node.id()), follow, node.id(), line);
    }

    @Override
    public Subscription changes(Consumer<String> node) {
        listeners.add(node);
        return () -> listeners.remove(node);
    }

    @Override
    public List<String> remove(Duration grace) {
        synchronized (lock) {
            removed = true;
        }
        List<NodeProcess> members = new ArrayList<>();
        List<NodeProcess> databases = new ArrayList<>();
        processes.forEach((id, process) -> (id.equals(Role.DATABASE.word()) ? databases : members).add(process));
        end(members, grace);
        end(databases, grace);
        List<String> left = new ArrayList<>();
        processes.forEach((id, process) -> {
            if (!process.kill()) left.add("Process " + process.identity().pid() + " of " + id + " does not end.");
        });
        left.addAll(MarkedProcesses.end(folder.path()));
        return left;
    }

    private static void end(List<NodeProcess> processes, Duration grace) {
        if (grace.isZero()) return;
        for (NodeProcess process : processes) {
            if (process.observe().presence() == Observed.Presence.RUNNING) {
                process.living().ifPresent(ProcessHandle::destroy);
            } else {
                process.kill();
            }
        }
        long end = System.nanoTime() + grace.toNanos();
        processes.forEach(process -> process.awaitEnd(Duration.ofNanos(Math.max(1, end - System.nanoTime()))));
    }

    @Override
    public void close() {
        listeners.clear();
    }

    private NodeProcess running(NodePlan node) throws ClusterException {
        return process(node)
                .filter(process -> process.living().isPresent())
                .orElseThrow(() -> new ClusterException(
                        Code.RUNTIME_FAILED,
                        node.id() + " does not run, so nothing can be done to it. Start it first."));
    }

    private static ClusterException stillThere(NodePlan node) {
        return new ClusterException(Code.RUNTIME_FAILED, "The process of " + node.id() + " does not end.");
    }
}
