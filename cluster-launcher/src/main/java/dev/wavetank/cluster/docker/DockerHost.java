package dev.wavetank.cluster.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.Event;
import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.ClusterException.Code;
import dev.wavetank.cluster.api.NodeSize;
import dev.wavetank.cluster.api.Subscription;
import dev.wavetank.cluster.plan.NodePlan;
import dev.wavetank.cluster.plan.Observed;
import dev.wavetank.cluster.plan.Observed.Presence;
import dev.wavetank.cluster.runtime.LastLines;
import dev.wavetank.cluster.runtime.NodeHost;
import dev.wavetank.cluster.runtime.Usage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The containers of one cluster.
final class DockerHost implements NodeHost {
    private static final Logger LOG = LoggerFactory.getLogger(DockerHost.class);
    private static final NodeSize MIGRATION_SIZE = new NodeSize(160, 448);
    private static final Duration MIGRATION_DEADLINE = Duration.ofMinutes(3);

    private final DockerClient docker;
    private final Names names;
    private final NodeContainers containers;
    private final Ground ground;
    private final Map<String, ContainerStats> stats = new ConcurrentHashMap<>();
    /// Creating takes the read side, removing the write side: nothing is created once removing has begun.
    private final ReentrantReadWriteLock life = new ReentrantReadWriteLock();

    private boolean removed;

    DockerHost(DockerClient docker, Names names, NodeContainers containers, Ground ground) {
        this.docker = docker;
        this.names = names;
        this.containers = containers;
        this.ground = ground;
    }

    @Override
    public void layGround() throws ClusterException {
        whileAlive(ground::lay);
    }

    @Override
    public void migrate(CancelToken cancel) throws ClusterException {
        String container = names.container("migrate");
        whileAlive(() -> {
            containers.createMigration(MIGRATION_SIZE);
            DockerFailures.ask(
                    "The schema step could not be started",
                    () -> docker.startContainerCmd(container).exec());
        });
        try (WaitContainerResultCallback waiting = new WaitContainerResultCallback();
                var cancelled = cancel.onCancel(() -> close(waiting))) {
            docker.waitContainerCmd(container).exec(waiting);
            int exitCode = waiting.awaitStatusCode(MIGRATION_DEADLINE.toSeconds(), TimeUnit.SECONDS);
            if (exitCode == 0) return;
            throw migrationFailed("ended with exit code " + exitCode);
        } catch (IOException | RuntimeException e) {
            cancel.check();
            throw migrationFailed("did not end well (" + e.getMessage() + ")");
        } finally {
            removeContainer(container);
        }
    }

    private ClusterException migrationFailed(String how) throws ClusterException {
        LastLines last = new LastLines(20);
        ContainerLogs.read(docker, names.container("migrate"), false, last).close();
        return new ClusterException(
                Code.NODE_DIED,
                "The database schema could not be made: the step " + how + ". The last lines of its log:\n  "
                        + String.join("\n  ", last.lines()));
    }

    private void removeContainer(String container) {
        try {
            docker.removeContainerCmd(container).withForce(true).exec();
        } catch (RuntimeException e) {
            LOG.debug("Container {} was not removed", container, e);
        }
    }

    @Override
    public void start(NodePlan node) throws ClusterException {
        whileAlive(() -> {
            if (observe(node).presence() == Presence.ABSENT) containers.create(node);
            DockerFailures.ask("The container of " + node.id() + " could not be started", () -> {
                try {
                    docker.startContainerCmd(names.container(node.id())).exec();
                } catch (NotModifiedException runsAlready) {
                    LOG.debug("{} runs already", node.id());
                }
                return node;
            });
        });
    }

    /// What may only be done to a cluster that is not being removed.
    @FunctionalInterface
    private interface Action {
        void run() throws ClusterException;
    }

    private void whileAlive(Action action) throws ClusterException {
        life.readLock().lock();
        try {
            if (removed) throw new ClusterException(Code.CANCELLED, "The cluster is being removed.");
            action.run();
        } finally {
            life.readLock().unlock();
        }
    }

    @Override
    public void kill(NodePlan node) throws ClusterException {
        DockerFailures.ask(
                node.id() + " could not be killed",
                () -> docker.killContainerCmd(names.container(node.id())).exec());
    }

    @Override
    public void freeze(NodePlan node) throws ClusterException {
        DockerFailures.ask(
                node.id() + " could not be frozen",
                () -> docker.pauseContainerCmd(names.container(node.id())).exec());
    }

    @Override
    public void thaw(NodePlan node) throws ClusterException {
        DockerFailures.ask(
                node.id() + " could not be thawed",
                () -> docker.unpauseContainerCmd(names.container(node.id())).exec());
    }

    @Override
    public void disconnect(NodePlan node) throws ClusterException {
        for (String network : names.networks(node.role())) {
            DockerFailures.ask(
                    node.id() + " could not be cut from the network",
                    () -> docker.disconnectFromNetworkCmd()
                            .withContainerId(names.container(node.id()))
                            .withNetworkId(network)
                            .withForce(true)
                            .exec());
        }
    }

    @Override
    public void connect(NodePlan node) throws ClusterException {
        for (String network : names.networks(node.role())) containers.connect(node.id(), network);
    }

    @Override
    public void stop(NodePlan node, Duration grace) throws ClusterException {
        DockerFailures.ask(
                node.id() + " could not be stopped",
                () -> docker.stopContainerCmd(names.container(node.id()))
                        .withTimeout((int) grace.toSeconds())
                        .exec());
    }

    @Override
    public void discard(NodePlan node) throws ClusterException {
        ContainerStats feed = stats.remove(node.id());
        if (feed != null) feed.end();
        DockerFailures.ask("The container of " + node.id() + " could not be removed", () -> {
            try {
                docker.removeContainerCmd(names.container(node.id()))
                        .withForce(true)
                        .exec();
            } catch (NotFoundException goneAlready) {
                LOG.debug("{} is gone already", node.id());
            }
            return node;
        });
    }

    @Override
    public Observed observe(NodePlan node) throws ClusterException {
        return DockerFailures.ask(node.id() + " could not be looked at", () -> {
            try {
                return observed(
                        docker.inspectContainerCmd(names.container(node.id())).exec());
            } catch (NotFoundException missing) {
                return Observed.ABSENT;
            }
        });
    }

    private static Observed observed(InspectContainerResponse container) {
        InspectContainerResponse.ContainerState state = container.getState();
        Presence presence = "created".equals(state.getStatus())
                ? Presence.CREATED
                : Boolean.TRUE.equals(state.getPaused())
                        ? Presence.PAUSED
                        : Boolean.TRUE.equals(state.getRunning()) ? Presence.RUNNING : Presence.EXITED;
        Long exitCode = state.getExitCodeLong();
        String startedAt = state.getStartedAt();
        return new Observed(
                presence,
                !container.getNetworkSettings().getNetworks().isEmpty(),
                presence == Presence.EXITED && exitCode != null ? exitCode.intValue() : -1,
                Boolean.TRUE.equals(state.getOOMKilled()),
                startedAt == null ? Instant.EPOCH : Instant.parse(startedAt));
    }

    @Override
    public Usage usage(NodePlan node) {
        ContainerStats feed = stats.compute(
                node.id(),
                (id, old) -> old == null || old.ended() ? ContainerStats.of(docker, names.container(id)) : old);
        return feed.latest();
    }

    @Override
    public Subscription log(NodePlan node, boolean follow, Consumer<String> line) throws ClusterException {
        return ContainerLogs.read(docker, names.container(node.id()), follow, line);
    }

    /// Each health check makes three events of its own kind, so only those that change a node are asked for.
    @Override
    public Subscription changes(Consumer<String> node) {
        AtomicBoolean open = new AtomicBoolean(true);
        StreamCallback<Event> listening = docker.eventsCmd()
                .withLabelFilter(Labels.CLUSTER + "=" + names.record().plan().id())
                .withEventTypeFilter("container")
                .withEventFilter("start", "die", "pause", "unpause", "oom")
                .exec(new StreamCallback<>() {
                    @Override
                    public void onNext(Event event) {
                        var actor = event.getActor();
                        var attributes = actor == null ? null : actor.getAttributes();
                        if (open.get() && attributes != null) {
                            node.accept(attributes.getOrDefault(Labels.NODE, ""));
                        }
                    }
                });
        return () -> {
            open.set(false);
            listening.end();
        };
    }

    @Override
    public List<String> remove(Duration grace) {
        life.writeLock().lock();
        try {
            removed = true;
        } finally {
            life.writeLock().unlock();
        }
        return new DockerCleanup(docker).remove(names.record().plan().id(), grace);
    }

    @Override
    public void close() {
        stats.values().forEach(ContainerStats::end);
        stats.clear();
    }

    private static void close(AutoCloseable stream) {
        try {
            stream.close();
        } catch (Exception e) {
            LOG.debug("A stream did not close well", e);
        }
    }
}
