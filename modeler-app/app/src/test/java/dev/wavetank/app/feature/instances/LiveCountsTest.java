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
import dev.wavetank.cluster.api.ClusterEvent;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.ClusterSpec;
import dev.wavetank.cluster.api.ProcessDefinition;
import dev.wavetank.engine.api.ElementCount;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveCountsTest {
    private final Workspace workspace = new Workspace();
    private final ConnectedCluster connected = new ConnectedCluster();
    private final CurrentThreadTasks tasks = new CurrentThreadTasks();
    private final Messages messages = new Messages(Locale.ENGLISH);
    private final LiveCounts live = new LiveCounts(workspace, connected, tasks, messages);
    private final FakeCluster cluster = new FakeCluster(ClusterSpec.DEFAULT);
    private final DocumentSession document = TestSessions.order();

    @BeforeEach
    void deployed() {
        workspace.add(document);
        document.deploymentProperty()
                .set(Optional.of(new Deployment(
                        "default", List.of(new ProcessDefinition("order:1:9", "order", 1, "Order", "d1", "default")))));
        connected.connect(cluster);
    }

    @Test
    void countsReachTheDiagram() {
        cluster.gateway.counts = List.of(new ElementCount("ship", 4, 11, 1));

        tasks.elapse();

        assertThat(document.countsProperty().get()).containsEntry("ship", new ElementCount("ship", 4, 11, 1));
        assertThat(live.stateProperty().get()).isEqualTo(messages.text("instances.live"));
    }

    @Test
    void anEventMakesItAskAgainAndSilenceDoesNot() {
        tasks.elapse();
        cluster.gateway.counts = List.of(new ElementCount("ship", 1, 0, 0));

        tasks.elapse();
        assertThat(document.countsProperty().get()).isEmpty();

        cluster.emit(new ClusterEvent.StreamRestored(Instant.EPOCH));
        tasks.elapse();
        assertThat(document.countsProperty().get()).containsKey("ship");
    }

    @Test
    void theLastCountsStayWhileNoGatewayAnswersAndMoveOnAfterwards() {
        cluster.gateway.counts = List.of(new ElementCount("ship", 1, 0, 0));
        tasks.elapse();

        cluster.gateway.failure =
                Optional.of(new ClusterException(ClusterException.Code.GATEWAY_UNREACHABLE, "No gateway answers."));
        cluster.emit(new ClusterEvent.StreamInterrupted(Instant.EPOCH, "gateway-1 is gone"));
        tasks.elapse();
        assertThat(document.countsProperty().get()).containsKey("ship");
        assertThat(live.stateProperty().get()).contains("No gateway answers.");

        cluster.gateway.failure = Optional.empty();
        cluster.gateway.counts = List.of(new ElementCount("ship", 0, 1, 0));
        tasks.elapse();
        assertThat(document.countsProperty().get().get("ship").completed()).isEqualTo(1);
        assertThat(live.stateProperty().get()).isEqualTo(messages.text("instances.live"));
    }

    @Test
    void nothingIsLeftOfTheRunWhenTheClusterIsGone() {
        cluster.gateway.counts = List.of(new ElementCount("ship", 1, 0, 0));
        tasks.elapse();

        connected.disconnect();

        assertThat(document.countsProperty().get()).isEmpty();
        assertThat(document.deploymentProperty().get()).isEmpty();
        assertThat(cluster.listeners()).isZero();
    }
}
