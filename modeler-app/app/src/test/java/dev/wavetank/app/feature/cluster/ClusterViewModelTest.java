package dev.wavetank.app.feature.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.app.fake.FakeLauncher;
import dev.wavetank.app.feature.cluster.ClusterViewModel.Phase;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.ui.CurrentThreadTasks;
import dev.wavetank.app.workbench.ConnectedCluster;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.ClusterInfo;
import dev.wavetank.cluster.api.ClusterSpec;
import dev.wavetank.cluster.api.Fault;
import dev.wavetank.cluster.api.NodeCondition;
import dev.wavetank.cluster.api.NodeState;
import dev.wavetank.cluster.api.RuntimeKind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClusterViewModelTest {
    private final CurrentThreadTasks tasks = new CurrentThreadTasks();
    private final FakeLauncher launcher = new FakeLauncher();
    private final ConnectedCluster connected = new ConnectedCluster();
    private final ClusterViewModel model =
            new ClusterViewModel(launcher, tasks, Runnable::run, new Messages(Locale.ENGLISH), connected);

    @Test
    void prefersTheRuntimeThatAnswers() {
        model.runtimeProperty().set(RuntimeKind.DOCKER);

        model.lookForRuntimes();

        assertThat(model.runtimeProperty().get()).isEqualTo(RuntimeKind.PROCESS);
    }

    @Test
    void startsWhatWasAskedForAndShowsItsNodes() {
        model.enginesProperty().set(3);
        model.gatewaysProperty().set(1);

        model.start();

        assertThat(launcher.started.getFirst().engines()).isEqualTo(3);
        assertThat(model.phaseProperty().get()).isEqualTo(Phase.RUNNING);
        assertThat(model.nodes())
                .extracting(NodeState::id)
                .containsExactly("database-1", "gateway-1", "engine-1", "engine-2", "engine-3");
        assertThat(connected.current()).isPresent();
    }

    @Test
    void aFailedStartSaysWhyAndCanBeTriedAgain() {
        launcher.refuse = Optional.of(new ClusterException(ClusterException.Code.PORT_IN_USE, "Port 8080 is taken."));

        model.start();

        assertThat(model.phaseProperty().get()).isEqualTo(Phase.NONE);
        assertThat(model.failureProperty().get()).isEqualTo("Port 8080 is taken.");

        launcher.refuse = Optional.empty();
        model.start();
        assertThat(model.phaseProperty().get()).isEqualTo(Phase.RUNNING);
        assertThat(model.failureProperty().get()).isEmpty();
    }

    @Test
    void aKilledNodeIsSeenDeadAndCanBeBroughtBack() {
        model.start();

        model.faults().kill("engine-1");

        assertThat(launcher.cluster.injected).isEqualTo(List.of(new Fault.Kill("engine-1")));
        assertThat(condition("engine-1")).isEqualTo(NodeCondition.DEAD);
        assertThat(model.faults().healing("engine-1").orElseThrow().action()).isEqualTo("Start engine-1 again");

        model.faults().heal("engine-1");
        assertThat(condition("engine-1")).isEqualTo(NodeCondition.READY);
        assertThat(model.faults().healing("engine-1")).isEmpty();
    }

    @Test
    void theFeedTellsOfChangesNewestFirst() {
        model.start();

        launcher.cluster.become("engine-2", NodeCondition.PAUSED);
        launcher.cluster.become("engine-2", NodeCondition.READY);

        assertThat(model.feed())
                .extracting(FeedEntry::sentence)
                .containsExactly("engine-2 is ready.", "engine-2 is frozen.");
    }

    @Test
    void stoppingLetsGoOfEverything() {
        model.start();
        var cluster = launcher.cluster;

        model.stop();

        assertThat(cluster.stopped).isTrue();
        assertThat(cluster.listeners()).isZero();
        assertThat(model.nodes()).isEmpty();
        assertThat(connected.current()).isEmpty();
        assertThat(model.phaseProperty().get()).isEqualTo(Phase.NONE);
    }

    @Test
    void joinsARunningClusterAndLeavesItRunning() {
        launcher.present.add(
                new ClusterInfo("tank-1", ClusterSpec.DEFAULT, RuntimeKind.DOCKER, Instant.EPOCH, false, false));
        launcher.present.add(
                new ClusterInfo("tank-2", ClusterSpec.DEFAULT, RuntimeKind.DOCKER, Instant.EPOCH, true, false));
        model.watchPresent();
        assertThat(model.present()).extracting(ClusterInfo::id).containsExactly("tank-1");

        model.attach(model.present().getFirst());

        assertThat(model.phaseProperty().get()).isEqualTo(Phase.RUNNING);
        assertThat(model.ownedProperty().get()).isFalse();
        assertThat(model.nodes()).hasSize(5);

        var cluster = launcher.cluster;
        model.letGo();
        assertThat(cluster.left).isTrue();
        assertThat(cluster.stopped).isFalse();
        assertThat(cluster.listeners()).isZero();
        assertThat(model.phaseProperty().get()).isEqualTo(Phase.NONE);
        tasks.elapse();
        assertThat(model.present()).hasSize(1);
    }

    @Test
    void aClusterThatIsGoneByNowCannotBeJoinedAndSaysSo() {
        model.attach(new ClusterInfo("tank-9", ClusterSpec.DEFAULT, RuntimeKind.DOCKER, Instant.EPOCH, false, false));

        assertThat(model.failureProperty().get()).contains("tank-9");
        assertThat(model.phaseProperty().get()).isEqualTo(Phase.NONE);
    }

    @Test
    void ourOwnClusterCanBeGivenFree() {
        model.start();
        assertThat(model.ownedProperty().get()).isTrue();

        model.keepRunning();

        assertThat(launcher.cluster.detached).isTrue();
        assertThat(model.ownedProperty().get()).isFalse();
        assertThat(model.phaseProperty().get()).isEqualTo(Phase.RUNNING);
    }

    @Test
    void theLogOfANodeIsFollowed() {
        model.start();

        model.log().follow("engine-1");

        assertThat(model.log().lines()).containsExactly("started engine-1");
        assertThat(model.log().nodeProperty().get()).isEqualTo("engine-1");
    }

    private NodeCondition condition(String id) {
        return model.nodes().stream()
                .filter(node -> node.id().equals(id))
                .findFirst()
                .orElseThrow()
                .condition();
    }
}
