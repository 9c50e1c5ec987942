package dev.wavetank.cluster.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wavetank.cluster.api.ClusterSpec;
import dev.wavetank.cluster.api.NodeCondition;
import dev.wavetank.cluster.api.NodeState;
import dev.wavetank.cluster.plan.ClusterPlan;
import dev.wavetank.cluster.plan.Observed;
import dev.wavetank.cluster.plan.Observed.Presence;
import dev.wavetank.cluster.runtime.Usage;
import dev.wavetank.engine.api.LeaseState;
import dev.wavetank.engine.api.NodeRole;
import dev.wavetank.engine.api.NodeStatus;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MonitorStateTest {
    private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
    private static final MonitorState NOTHING = MonitorState.of(ClusterPlan.of(
            "tank-1",
            ClusterSpec.DEFAULT.withGateways(1).withEngines(1),
            IntStream.range(20_000, 20_010).boxed().toList()));

    @Test
    void aNodeGoesFromCreatedOverStartingToReady() {
        assertThat(engine(NOTHING).condition()).isEqualTo(NodeCondition.CREATED);

        MonitorState running = NOTHING.reduce(new Sighting.Program("engine-1", running(T0)));
        assertThat(engine(running).condition()).isEqualTo(NodeCondition.STARTING);

        MonitorState ready = running.reduce(new Sighting.Readiness("engine-1", true, "ready"));
        assertThat(engine(ready).condition()).isEqualTo(NodeCondition.READY);
        assertThat(engine(ready).note()).isEmpty();
    }

    @Test
    void aNodeThatWasReadyAndNoLongerAnswersIsUnreadyNotStarting() {
        MonitorState state = NOTHING.reduce(new Sighting.Program("engine-1", running(T0)))
                .reduce(new Sighting.Readiness("engine-1", true, "ready"))
                .reduce(new Sighting.Readiness("engine-1", false, "the database is gone"));

        assertThat(engine(state).condition()).isEqualTo(NodeCondition.UNREADY);
        assertThat(engine(state).note()).isEqualTo("the database is gone");
    }

    @Test
    void anEndWithZeroIsALeaveAndAnyOtherADeath() {
        assertThat(engine(NOTHING.reduce(new Sighting.Program("engine-1", exited(0))))
                        .condition())
                .isEqualTo(NodeCondition.STOPPED);
        NodeState killed = engine(NOTHING.reduce(new Sighting.Program("engine-1", exited(137))));
        assertThat(killed.condition()).isEqualTo(NodeCondition.DEAD);
        assertThat(killed.note()).contains("137");
    }

    @Test
    void anotherStartCountsAsARestartAndBeginsAnew() {
        MonitorState state = NOTHING.reduce(new Sighting.Program("engine-1", running(T0)))
                .reduce(new Sighting.Readiness("engine-1", true, "ready"))
                .reduce(new Sighting.Program("engine-1", exited(137)))
                .reduce(new Sighting.Program("engine-1", running(T0.plusSeconds(60))));

        assertThat(engine(state).restarts()).isEqualTo(1);
        assertThat(engine(state).condition()).isEqualTo(NodeCondition.STARTING);
    }

    @Test
    void processorShareIsTheDifferenceOfTwoReadings() {
        MonitorState state = NOTHING.reduce(new Sighting.Program("engine-1", running(T0)))
                .reduce(new Sighting.Use("engine-1", new Usage(Duration.ofMillis(1000), 50), T0))
                .reduce(new Sighting.Use("engine-1", new Usage(Duration.ofMillis(1500), 60), T0.plusSeconds(2)));

        assertThat(engine(state).cpu()).isEqualTo(0.25);
        assertThat(engine(state).memory()).isEqualTo(60);
    }

    @Test
    void aFirstReadingIsComparedWithTheStartOfItsProgram() {
        MonitorState state = NOTHING.reduce(new Sighting.Program("engine-1", running(T0)))
                .reduce(new Sighting.Use("engine-1", new Usage(Duration.ofMillis(9000), 50), T0))
                .reduce(new Sighting.Program("engine-1", running(T0.plusSeconds(5))))
                .reduce(new Sighting.Use("engine-1", new Usage(Duration.ofMillis(500), 60), T0.plusSeconds(7)));

        assertThat(engine(state).cpu()).isEqualTo(0.25);
    }

    @Test
    void aReadingSeenTwiceOrTooSoonLeavesTheShareAsItIs() {
        Usage first = new Usage(Duration.ofMillis(1000), 50, Optional.of(T0));
        Usage second = new Usage(Duration.ofMillis(1500), 60, Optional.of(T0.plusSeconds(1)));
        MonitorState state = NOTHING.reduce(new Sighting.Program("engine-1", running(T0)))
                .reduce(new Sighting.Use("engine-1", first, T0.plusSeconds(1)))
                .reduce(new Sighting.Use("engine-1", second, T0.plusSeconds(2)));

        MonitorState again = state.reduce(new Sighting.Use("engine-1", second, T0.plusSeconds(3)));
        assertThat(engine(again).cpu()).isEqualTo(0.5);

        Usage soon = new Usage(Duration.ofMillis(1501), 70, Optional.of(T0.plusMillis(1010)));
        MonitorState woken = again.reduce(new Sighting.Use("engine-1", soon, T0.plusSeconds(3)));
        assertThat(engine(woken).cpu()).isEqualTo(0.5);
        assertThat(engine(woken).memory()).isEqualTo(70);

        Usage third = new Usage(Duration.ofMillis(1700), 70, Optional.of(T0.plusSeconds(2)));
        assertThat(engine(woken.reduce(new Sighting.Use("engine-1", third, T0.plusSeconds(4))))
                        .cpu())
                .isCloseTo(0.2, within(1e-9));
    }

    @Test
    void theRegistryTellsLeaderEpochAndLeaseUntilItIsLost() {
        NodeStatus row = new NodeStatus(
                "gateway-1", NodeRole.GATEWAY, URI.create("http://g"), 7, LeaseState.LIVE, true, T0, -1, 1);

        MonitorState told = NOTHING.reduce(new Sighting.Registry(List.of(row)));
        NodeState gateway = told.nodes().get(1);
        assertThat(gateway.leader()).isTrue();
        assertThat(gateway.epoch()).isEqualTo(7);
        assertThat(gateway.lease()).contains(LeaseState.LIVE);

        NodeState later = told.reduce(new Sighting.RegistryLost()).nodes().get(1);
        assertThat(later.leader()).isFalse();
        assertThat(later.lease()).isEmpty();
    }

    @Test
    void frozenCutAndDrainingNodesAreShownAsSuch() {
        Observed paused = new Observed(Presence.PAUSED, true, -1, false, T0);
        Observed cut = new Observed(Presence.RUNNING, false, -1, false, T0);
        NodeStatus draining = new NodeStatus(
                "engine-1", NodeRole.ENGINE, URI.create("http://e"), 1, LeaseState.DRAINING, false, T0, 3, 1);

        assertThat(engine(NOTHING.reduce(new Sighting.Program("engine-1", paused)))
                        .condition())
                .isEqualTo(NodeCondition.PAUSED);
        assertThat(engine(NOTHING.reduce(new Sighting.Program("engine-1", cut))).condition())
                .isEqualTo(NodeCondition.DISCONNECTED);
        assertThat(engine(NOTHING.reduce(new Sighting.Program("engine-1", running(T0)))
                                .reduce(new Sighting.Registry(List.of(draining))))
                        .condition())
                .isEqualTo(NodeCondition.DRAINING);
    }

    @Test
    void sightingsOfStrangersChangeNothing() {
        assertThat(NOTHING.reduce(new Sighting.Program("engine-9", running(T0))).nodes())
                .isEqualTo(NOTHING.nodes());
    }

    private static NodeState engine(MonitorState state) {
        return state.nodes().get(2);
    }

    private static Observed running(Instant since) {
        return new Observed(Presence.RUNNING, true, -1, false, since);
    }

    private static Observed exited(int code) {
        return new Observed(Presence.EXITED, true, code, false, T0);
    }
}
