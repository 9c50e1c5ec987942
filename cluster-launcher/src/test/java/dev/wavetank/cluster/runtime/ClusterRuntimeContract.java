package dev.wavetank.cluster.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.ClusterEvent;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.ClusterInfo;
import dev.wavetank.cluster.api.ClusterLauncher;
import dev.wavetank.cluster.api.ClusterSpec;
import dev.wavetank.cluster.api.Fault;
import dev.wavetank.cluster.api.FaultKind;
import dev.wavetank.cluster.api.Healing;
import dev.wavetank.cluster.api.NodeCondition;
import dev.wavetank.cluster.api.NodeState;
import dev.wavetank.cluster.api.Progress;
import dev.wavetank.cluster.api.Role;
import dev.wavetank.cluster.api.RuntimeKind;
import dev.wavetank.cluster.testing.Eventually;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/// What every runtime must do. The nodes run the stand-in program, which is ready at once; the real one is
/// tried in the whole-cluster test.
public abstract class ClusterRuntimeContract {
    private static final ClusterSpec SMALL =
            ClusterSpec.DEFAULT.withName("contract").withGateways(1).withEngines(1);

    protected abstract RuntimeKind kind();

    protected abstract ClusterLauncher launcher();

    private Cluster start(ClusterSpec spec) throws ClusterException {
        return launcher().start(spec, kind(), Progress.NONE, CancelToken.never());
    }

    @Test
    void aStartedClusterIsReadyInAllItsNodesAndGoneAfterStop() throws Exception {
        List<Double> fractions = new ArrayList<>();

        Cluster cluster = launcher()
                .start(
                        ClusterSpec.DEFAULT.withName("contract"),
                        kind(),
                        (fraction, sentence) -> fractions.add(fraction),
                        CancelToken.never());

        try (cluster) {
            assertThat(cluster.nodes())
                    .extracting(NodeState::id, NodeState::role, NodeState::condition)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("database", Role.DATABASE, NodeCondition.READY),
                            org.assertj.core.groups.Tuple.tuple("gateway-1", Role.GATEWAY, NodeCondition.READY),
                            org.assertj.core.groups.Tuple.tuple("gateway-2", Role.GATEWAY, NodeCondition.READY),
                            org.assertj.core.groups.Tuple.tuple("engine-1", Role.ENGINE, NodeCondition.READY),
                            org.assertj.core.groups.Tuple.tuple("engine-2", Role.ENGINE, NodeCondition.READY));
            assertThat(fractions).isSortedAccordingTo(Double::compare).endsWith(1.0);
            assertThat(launcher().list())
                    .extracting(ClusterInfo::id, ClusterInfo::stale, ClusterInfo::owned)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(cluster.id(), false, true));
        }

        assertThat(launcher().list()).isEmpty();
    }

    @Test
    void usageIsMeasured() throws Exception {
        try (Cluster cluster = start(SMALL)) {
            Eventually.hold(
                    "every node has memory",
                    () -> cluster.nodes().stream().allMatch(node -> node.memory() > 5_000_000));
            assertThat(cluster.nodes()).allMatch(node -> node.cpu() >= 0 && node.cpu() < 64);
        }
    }

    @Test
    void aKilledNodeIsSeenDeadAndHealingBringsItBackOnItsPort() throws Exception {
        try (Cluster cluster = start(SMALL)) {
            NodeState before = cluster.node("engine-1").orElseThrow();
            List<ClusterEvent> events = new CopyOnWriteArrayList<>();
            var subscription = cluster.subscribe(events::add);

            Healing healing = cluster.inject(new Fault.Kill("engine-1"));

            Eventually.hold("the engine is dead", () -> condition(cluster, "engine-1") == NodeCondition.DEAD);
            assertThat(healing.action()).isEqualTo("Start engine-1 again");
            healing.heal();
            Eventually.hold("the engine is back", () -> condition(cluster, "engine-1") == NodeCondition.READY);
            assertThat(cluster.node("engine-1").orElseThrow().uri()).isEqualTo(before.uri());
            assertThat(cluster.node("engine-1").orElseThrow().restarts()).isEqualTo(1);
            Eventually.hold(
                    "the fault is told",
                    () -> events.stream().anyMatch(ClusterEvent.FaultInjected.class::isInstance)
                            && events.stream().anyMatch(ClusterEvent.FaultHealed.class::isInstance));
            assertThat(events)
                    .filteredOn(ClusterEvent.NodeChanged.class::isInstance)
                    .anyMatch(event -> ((ClusterEvent.NodeChanged) event).node().condition() == NodeCondition.DEAD);
            subscription.close();
        }
    }

    @Test
    void aPausedNodeIsFrozenUntilHealed() throws Exception {
        try (Cluster cluster = start(SMALL)) {
            Healing healing = cluster.inject(new Fault.Pause("gateway-1"));

            Eventually.hold("the gateway is frozen", () -> condition(cluster, "gateway-1") == NodeCondition.PAUSED);
            healing.heal();
            Eventually.hold("the gateway is thawed", () -> condition(cluster, "gateway-1") == NodeCondition.READY);
            assertThat(healing.healed()).isTrue();
            assertThat(cluster.node("gateway-1").orElseThrow().restarts()).isZero();
        }
    }

    @Test
    void aDisconnectedNodeIsCutUntilHealedOrTheRuntimeSaysItCannot() throws Exception {
        try (Cluster cluster = start(SMALL)) {
            if (!cluster.faults().contains(FaultKind.DISCONNECT)) {
                assertThatThrownBy(() -> cluster.inject(new Fault.Disconnect("engine-1")))
                        .isInstanceOfSatisfying(
                                ClusterException.class,
                                e -> assertThat(e.code()).isEqualTo(ClusterException.Code.FAULT_NOT_SUPPORTED));
                return;
            }
            Healing healing = cluster.inject(new Fault.Disconnect("engine-1"));

            Eventually.hold("the engine is cut", () -> condition(cluster, "engine-1") == NodeCondition.DISCONNECTED);
            healing.heal();
            Eventually.hold("the engine is back", () -> condition(cluster, "engine-1") == NodeCondition.READY);
        }
    }

    @Test
    void aStoppedNodeLeftInGoodOrderAndCanBeStartedAgain() throws Exception {
        try (Cluster cluster = start(SMALL)) {
            Healing healing = cluster.inject(new Fault.StopGracefully("engine-1"));

            Eventually.hold("the engine has left", () -> condition(cluster, "engine-1") == NodeCondition.STOPPED);
            assertThat(log(cluster, "engine-1")).contains("left in good order");
            healing.heal();
            Eventually.hold("the engine is back", () -> condition(cluster, "engine-1") == NodeCondition.READY);
        }
    }

    @Test
    void aRestartKeepsTheDatabasesData() throws Exception {
        try (Cluster cluster = start(SMALL)) {
            cluster.inject(new Fault.Restart("database")).heal();

            Eventually.hold("the database is back", () -> condition(cluster, "database") == NodeCondition.READY);
            assertThat(log(cluster, "database"))
                    .filteredOn(line -> line.contains("ready on"))
                    .hasSize(2);
        }
    }

    @Test
    void logsAreFollowedAcrossARestart() throws Exception {
        try (Cluster cluster = start(SMALL)) {
            List<String> lines = new CopyOnWriteArrayList<>();
            try (var following = cluster.logs("engine-1", true, lines::add)) {
                Eventually.hold("the first start is heard", () -> lines.stream().anyMatch(l -> l.contains("ready on")));

                cluster.inject(new Fault.Kill("engine-1")).heal();

                Eventually.hold(
                        "the second start is heard",
                        () -> lines.stream().filter(l -> l.contains("ready on")).count() == 2);
            }
        }
    }

    @Test
    void aNodeThatDiesAtStartFailsTheStartWithItsLastLines() {
        assertThatThrownBy(() -> start(SMALL.withName("dies")))
                .isInstanceOfSatisfying(
                        ClusterException.class, e -> assertThat(e.code()).isEqualTo(ClusterException.Code.NODE_DIED))
                .hasMessageContaining("engine-1 ended with exit code 3")
                .hasMessageContaining("the engine finds something terrible");
    }

    @Test
    void aFailingSchemaStepFailsTheStartWithItsLastLines() {
        assertThatThrownBy(() -> start(SMALL.withName("no-schema")))
                .isInstanceOfSatisfying(
                        ClusterException.class, e -> assertThat(e.code()).isEqualTo(ClusterException.Code.NODE_DIED))
                .hasMessageContaining("exit code 4")
                .hasMessageContaining("schema step of no-schema");
    }

    @Test
    void aCancelWhileNodesStartLeavesNothing() {
        CancelToken cancel = new CancelToken();

        assertThatThrownBy(() -> launcher()
                        .start(
                                SMALL.withName("deaf"),
                                kind(),
                                (fraction, sentence) -> {
                                    if (sentence.startsWith("Waiting for gateway")) cancel.cancel();
                                },
                                cancel))
                .isInstanceOfSatisfying(
                        ClusterException.class, e -> assertThat(e.code()).isEqualTo(ClusterException.Code.CANCELLED));
    }

    @Test
    void secretsAreReadableByTheirOwnerAlone() throws Exception {
        try (Cluster cluster = start(SMALL)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cluster.adminKeyFile())))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(cluster.adminKeyFile().getParent())))
                    .isEqualTo("rwx------");
            assertThat(Files.readString(cluster.adminKeyFile())).hasSizeGreaterThan(20);
        }
    }

    @Test
    void aDetachedClusterCanBeJoinedAndStoppedByAnother() throws Exception {
        Cluster cluster = start(SMALL);
        cluster.detach();
        cluster.close();

        try (Cluster joined = launcher().attach(cluster.id())) {
            assertThat(joined.nodes()).allMatch(node -> node.condition() == NodeCondition.READY);
            assertThat(launcher().list()).extracting(ClusterInfo::owned).containsExactly(false);
            joined.inject(new Fault.Kill("engine-1")).heal();
            joined.stop(Progress.NONE);
        }
        assertThatThrownBy(() -> launcher().attach(cluster.id()))
                .isInstanceOfSatisfying(
                        ClusterException.class,
                        e -> assertThat(e.code()).isEqualTo(ClusterException.Code.CLUSTER_UNKNOWN));
    }

    @Test
    void anUnknownNodeIsNamedWithTheOnesThereAre() throws Exception {
        try (Cluster cluster = start(SMALL)) {
            assertThatThrownBy(() -> cluster.inject(new Fault.Kill("engine-9")))
                    .isInstanceOfSatisfying(
                            ClusterException.class,
                            e -> assertThat(e.code()).isEqualTo(ClusterException.Code.NODE_UNKNOWN))
                    .hasMessageContaining("database, gateway-1, engine-1");
        }
    }

    private static NodeCondition condition(Cluster cluster, String node) {
        return cluster.node(node).orElseThrow().condition();
    }

    private static List<String> log(Cluster cluster, String node) throws ClusterException {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        cluster.logs(node, false, lines::add).close();
        return List.copyOf(lines);
    }
}
