package dev.wavetank.app.feature.instances;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.app.document.Deployment;
import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.app.document.TestSessions;
import dev.wavetank.app.document.Workspace;
import dev.wavetank.app.fake.FakeCluster;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.ui.CurrentThreadTasks;
import dev.wavetank.app.workbench.ConnectedCluster;
import dev.wavetank.cluster.api.ClusterSpec;
import dev.wavetank.cluster.api.ProcessDefinition;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KnownDeploymentsTest {
    private final Workspace workspace = new Workspace();
    private final ConnectedCluster connected = new ConnectedCluster();
    private final FakeCluster cluster = new FakeCluster(ClusterSpec.DEFAULT);
    private final DocumentSession order = TestSessions.order();

    @BeforeEach
    void watch() {
        cluster.gateway.tenants.add("acme");
        new KnownDeployments(workspace, connected, new CurrentThreadTasks(), new Messages(Locale.ENGLISH)).watch();
        workspace.add(order);
    }

    @Test
    void aDiagramThatTheClusterRunsIsRecognisedInItsNewestVersion() {
        cluster.gateway.definitions = List.of(version("order", 2), version("order", 1), version("other", 7));

        connected.connect(cluster);

        assertThat(order.deploymentProperty().get()).contains(new Deployment("acme", List.of(version("order", 2))));
    }

    @Test
    void anUnknownDiagramStaysUndeployed() {
        cluster.gateway.definitions = List.of(version("other", 7));

        connected.connect(cluster);

        assertThat(order.deploymentProperty().get()).isEmpty();
    }

    private static ProcessDefinition version(String key, int version) {
        return new ProcessDefinition(key + ":" + version, key, version, key, "d" + version, "acme");
    }
}
