package dev.wavetank.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.api.LeaseState;
import dev.wavetank.engine.api.NodeRole;
import dev.wavetank.engine.api.NodeStatus;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BalancerTest {
    private final Balancer balancer = new Balancer();

    @Test
    void equalEnginesTakeTurns() {
        List<NodeStatus> engines = List.of(engine("a", 1, 0), engine("b", 1, 0));

        List<String> chosen = IntStream.range(0, 4)
                .mapToObj(call -> finished(balancer.choose(engines, Set.of()).orElseThrow()))
                .toList();

        assertThat(chosen).containsExactly("a", "b", "a", "b");
    }

    @Test
    void callGoesWhereTheFewestAreUnderWay() {
        List<NodeStatus> engines = List.of(engine("a", 1, 0), engine("b", 1, 0));
        Balancer.Turn first = balancer.choose(engines, Set.of()).orElseThrow();
        Balancer.Turn second = balancer.choose(engines, Set.of()).orElseThrow();

        second.answered();

        assertThat(first.engine().id()).isNotEqualTo(second.engine().id());
        assertThat(balancer.choose(engines, Set.of()).orElseThrow().engine()).isEqualTo(second.engine());
    }

    @Test
    void amongEquallyBusyEnginesTheOneWithFewerJobsIsChosen() {
        List<NodeStatus> engines = List.of(engine("a", 1, 90), engine("b", 1, 3));

        List<String> chosen = IntStream.range(0, 3)
                .mapToObj(call -> finished(balancer.choose(engines, Set.of()).orElseThrow()))
                .toList();

        assertThat(chosen).containsExactly("b", "b", "b");
    }

    @Test
    void engineThatWasTriedIsLeftOut() {
        List<NodeStatus> engines = List.of(engine("a", 1, 0), engine("b", 1, 0));

        assertThat(balancer.choose(engines, Set.of("a")).orElseThrow().engine().id())
                .isEqualTo("b");
        assertThat(balancer.choose(engines, Set.of("a", "b"))).isEmpty();
    }

    @Test
    void circuitOpensAfterFailuresAndANewLifeOfTheNodeHasAFreshOne() {
        for (int call = 0; call < 5; call++) {
            balancer.choose(List.of(engine("a", 1, 0)), Set.of()).orElseThrow().failed(new IOException("broken"));
        }

        assertThat(balancer.choose(List.of(engine("a", 1, 0)), Set.of())).isEmpty();
        assertThat(balancer.choose(List.of(engine("a", 2, 0)), Set.of())).isPresent();
    }

    private static String finished(Balancer.Turn turn) {
        turn.answered();
        return turn.engine().id();
    }

    private static NodeStatus engine(String id, long epoch, int jobs) {
        return new NodeStatus(
                id, NodeRole.ENGINE, URI.create("http://" + id), epoch, LeaseState.LIVE, false, Instant.EPOCH, jobs, 0);
    }
}
