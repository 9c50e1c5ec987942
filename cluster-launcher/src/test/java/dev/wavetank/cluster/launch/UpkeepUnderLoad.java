package dev.wavetank.cluster.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.ClusterSpec;
import dev.wavetank.cluster.api.Clusters;
import dev.wavetank.cluster.api.Fault;
import dev.wavetank.cluster.api.Gateway;
import dev.wavetank.cluster.api.InstanceQuery;
import dev.wavetank.cluster.api.LauncherSettings;
import dev.wavetank.cluster.api.NodeCondition;
import dev.wavetank.cluster.api.NodeState;
import dev.wavetank.cluster.api.Progress;
import dev.wavetank.cluster.api.RuntimeKind;
import dev.wavetank.cluster.testing.Eventually;
import dev.wavetank.engine.api.LedgerEntry;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A cluster is changed while clients work, and none of them notices.
@Tag("slow")
abstract class UpkeepUnderLoad {
    private static final String TENANT = "acme";
    private static final String KEY = "whole";

    abstract RuntimeKind runtime();

    abstract LauncherSettings settings();

    @Test
    void noCallFailsWhileNodesAreScaledAndUpdatedAndEveryStartIsDoneOnce() throws Exception {
        ClusterSpec spec = ClusterSpec.DEFAULT.withName("upkeep");
        try (Cluster cluster =
                Clusters.launcher(settings()).start(spec, runtime(), Progress.NONE, CancelToken.never())) {
            Gateway gateway = cluster.gateway();
            WholeCluster.prepare(gateway, TENANT);
            SteadyLoad load = new SteadyLoad(gateway, KEY, TENANT);
            try (load) {
                Eventually.hold("the clients work", () -> load.started() > 5);

                cluster.scale(3, Progress.NONE, CancelToken.never());
                assertThat(engines(cluster)).containsExactly("engine-1", "engine-2", "engine-3");
                Eventually.hold("the third is ready", () -> ready(cluster, "engine-3"));
                cluster.update(List.of(), Progress.NONE, CancelToken.never());
                cluster.scale(1, Progress.NONE, CancelToken.never());
                int before = load.started();
                Eventually.hold("the clients work on", () -> load.started() > before + 5);
            }

            System.out.printf(
                    Locale.ROOT,
                    "upkeep (%s): %d calls, %d failed, the slowest %d ms%n",
                    runtime(),
                    load.calls(),
                    load.failures().size(),
                    load.slowest().toMillis());
            assertThat(load.failures()).isEmpty();
            assertThat(engines(cluster)).containsExactly("engine-1");
            assertThat(gateway.nodes())
                    .filteredOn(node -> node.id().equals("engine-2"))
                    .allSatisfy(node -> assertThat(node.state().name()).isEqualTo("LEFT"));
            assertThat(gateway.history(InstanceQuery.of(TENANT, KEY)).total()).isEqualTo(load.started());
            Eventually.hold("each start left its effect", () -> effects(gateway).size() == load.started());
            assertThat(effects(gateway)).extracting(LedgerEntry::businessKey).doesNotHaveDuplicates();
        }
    }

    @Test
    void repairBringsBackWhatDiedAndSaysWhatItDid() throws Exception {
        ClusterSpec spec =
                ClusterSpec.DEFAULT.withName("repair").withGateways(1).withEngines(1);
        try (Cluster cluster =
                Clusters.launcher(settings()).start(spec, runtime(), Progress.NONE, CancelToken.never())) {
            assertThat(cluster.repair(List.of(), Progress.NONE, CancelToken.never()))
                    .isEmpty();
            var unhealed = cluster.inject(new Fault.Kill(List.of("engine-1", "database")));

            List<String> done = cluster.repair(List.of(), Progress.NONE, CancelToken.never());

            assertThat(done).first().isEqualTo("Starting database");
            assertThat(unhealed.healed()).isFalse();
            Eventually.hold(
                    "all work",
                    () -> cluster.nodes().stream().allMatch(node -> node.condition() == NodeCondition.READY));
        }
    }

    private static List<LedgerEntry> effects(Gateway gateway) throws Exception {
        return gateway.ledger(KEY, TENANT, 0, 5000).stream()
                .filter(entry -> !entry.attempt())
                .toList();
    }

    private static List<String> engines(Cluster cluster) {
        return cluster.nodes().stream()
                .map(NodeState::id)
                .filter(id -> id.startsWith("engine"))
                .toList();
    }

    private static boolean ready(Cluster cluster, String node) {
        return cluster.node(node)
                .filter(state -> state.condition() == NodeCondition.READY)
                .isPresent();
    }
}
