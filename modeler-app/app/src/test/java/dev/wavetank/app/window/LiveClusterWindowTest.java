package dev.wavetank.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.app.feature.cluster.ClusterViewModel;
import dev.wavetank.app.feature.cluster.ClusterViewModel.Phase;
import dev.wavetank.cluster.api.ClusterLauncher;
import dev.wavetank.cluster.api.Clusters;
import dev.wavetank.cluster.api.LauncherSettings;
import dev.wavetank.cluster.api.NodeCondition;
import dev.wavetank.cluster.api.RuntimeKind;
import dev.wavetank.engine.api.ElementCount;
import dev.wavetank.templates.Templates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The live picture against a real cluster of local processes: start, deploy, instances, and the loss of a
/// gateway.
@Tag("slow")
class LiveClusterWindowTest extends WindowTest {
    private static final String USER_TASK = "release-order";

    @Override
    ClusterLauncher launcher() {
        Path library =
                Path.of(System.getProperty("wavetank.root", "."), "engine-node", "node", "target", "node", "lib");
        assertThat(Files.isDirectory(library))
                .as("The cluster's program is not built: run ./wavetank verify, which builds it first.")
                .isTrue();
        LauncherSettings usual = LauncherSettings.fromEnvironment();
        return Clusters.launcher(new LauncherSettings(
                folder.resolve("clusters"), usual.cache(), Optional.of(library), usual.dockerHost(), usual.javaHome()));
    }

    @AfterEach
    void stopCluster() throws Exception {
        desktop.cluster().stopNow();
    }

    @Test
    void theCountsOnTheDiagramSurviveTheLossOfAGateway() {
        ClusterViewModel cluster = desktop.cluster();
        interact(() -> {
            desktop.files().openCopy("order-fulfilment.bpmn", Templates.ORDER_FULFILMENT.bytes());
            cluster.runtimeProperty().set(RuntimeKind.PROCESS);
            cluster.enginesProperty().set(1);
        });
        DocumentSession session = desktop.workspace().activeSession().orElseThrow();

        clickOn("#tool-run-cluster");
        clickOn("#cluster-start");
        eventually(() -> {
            assertThat(cluster.failureProperty().get()).isEmpty();
            return cluster.phaseProperty().get() == Phase.RUNNING;
        });
        assertThat(cluster.nodes()).hasSize(4);

        clickOn("#tool-run-deploy");
        eventually(() -> session.deploymentProperty().get().isPresent());
        clickOn("#instances-start");
        eventually(() -> active(session) == 1);
        eventually(() -> shown("#active-" + USER_TASK));

        interact(() -> cluster.faults().kill("gateway-1"));
        eventually(() -> cluster.nodes().stream()
                .anyMatch(node -> node.id().equals("gateway-1") && node.condition() == NodeCondition.DEAD));
        clickOn("#instances-start");
        eventually(() -> active(session) == 2);

        interact(cluster::stop);
        eventually(() -> cluster.phaseProperty().get() == Phase.NONE);
        assertThat(session.countsProperty().get()).isEmpty();
    }

    private static long active(DocumentSession session) {
        ElementCount count = session.countsProperty().get().get(USER_TASK);
        return count == null ? 0 : count.active();
    }
}
