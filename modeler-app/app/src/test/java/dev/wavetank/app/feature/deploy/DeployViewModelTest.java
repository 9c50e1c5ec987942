package dev.wavetank.app.feature.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.app.document.TestSessions;
import dev.wavetank.app.document.Workspace;
import dev.wavetank.app.fake.FakeCluster;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.ui.CurrentThreadTasks;
import dev.wavetank.app.workbench.ConnectedCluster;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.ClusterSpec;
import dev.wavetank.cluster.api.DeployResult;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.validation.Finding;
import dev.wavetank.core.validation.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeployViewModelTest {
    private final Workspace workspace = new Workspace();
    private final ConnectedCluster connected = new ConnectedCluster();
    private final FakeCluster cluster = new FakeCluster(ClusterSpec.DEFAULT);
    private final DocumentSession document = TestSessions.order();
    private final DeployViewModel model =
            new DeployViewModel(workspace, connected, new CurrentThreadTasks(), new Messages(Locale.ENGLISH));

    @Test
    void needsADocumentAClusterAndATenant() {
        assertThat(model.possible().get()).isFalse();

        workspace.add(document);
        connected.connect(cluster);
        assertThat(model.possible().get()).isTrue();

        model.tenantProperty().set(" ");
        assertThat(model.possible().get()).isFalse();
    }

    @Test
    void aDeployedDocumentKnowsWhereItRuns() {
        workspace.add(document);
        connected.connect(cluster);

        model.deploy();

        assertThat(cluster.gateway.tenants).containsExactly("default");
        assertThat(document.deploymentProperty().get().orElseThrow().definitions())
                .extracting(definition -> definition.key())
                .containsExactly("order");
        assertThat(model.outcomeProperty().get()).contains("order version 1");
    }

    @Test
    void aRejectionBecomesAFindingOfTheElement() {
        workspace.add(document);
        connected.connect(cluster);
        cluster.gateway.answer = new DeployResult.Rejected(
                List.of(new DeployResult.Rejection("flowable-usertask", "ship", "The task has no assignee.")));

        model.deploy();

        assertThat(document.findingsProperty().get())
                .containsExactly(new Finding(
                        "engine/flowable-usertask",
                        Severity.ERROR,
                        Optional.of(new ElementId("ship")),
                        "The task has no assignee."));
        assertThat(model.failedProperty().get()).isTrue();
        assertThat(document.deploymentProperty().get()).isEmpty();
    }

    @Test
    void aLostGatewayIsASentence() {
        workspace.add(document);
        connected.connect(cluster);
        cluster.gateway.failure =
                Optional.of(new ClusterException(ClusterException.Code.GATEWAY_UNREACHABLE, "No gateway answers."));

        model.deploy();

        assertThat(model.outcomeProperty().get()).isEqualTo("No gateway answers.");
        assertThat(model.possible().get()).isTrue();
    }
}
