package dev.wavetank.cluster.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.ClusterSpec;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void fixedPortsFollowTheBase() throws Exception {
        assertThat(new Ports(port -> true, new Random(1)).choose(8080, 3)).containsExactly(8080, 8081, 8082);
    }

    @Test
    void aFixedPortInUseIsNamedWithAWayOut() {
        Ports ports = new Ports(port -> port != 8081, new Random(1));

        assertThatThrownBy(() -> ports.choose(8080, 3))
                .isInstanceOfSatisfying(
                        ClusterException.class, e -> assertThat(e.code()).isEqualTo(ClusterException.Code.PORT_IN_USE))
                .hasMessageContaining("Port 8081")
                .hasMessageContaining("8080 to 8082");
    }

    @Test
    void automaticPortsSkipTakenOnesAndStayBelowTheOutgoingRange() throws Exception {
        Set<Integer> taken = Set.of(Ports.FIRST, Ports.FIRST + 2);

        for (int seed = 0; seed < 200; seed++) {
            List<Integer> chosen = new Ports(port -> !taken.contains(port), new Random(seed)).choose(0, 6);

            assertThat(chosen)
                    .doesNotHaveDuplicates()
                    .hasSize(6)
                    .doesNotContainAnyElementsOf(taken)
                    .allMatch(port -> port >= Ports.FIRST && port < Ports.LAST);
        }
    }

    @Test
    void noFreePortsIsASentence() {
        Ports ports = new Ports(port -> port == Ports.FIRST, new Random(1));

        assertThatThrownBy(() -> ports.choose(0, 2)).hasMessageContaining("No 2 free ports");
    }

    @Test
    void aListeningPortIsNotFree() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(FreePorts.isFree(taken.getLocalPort())).isFalse();
        }
    }

    @Test
    void theDatabaseTakesTwoPortsAndEachOtherNodeOne() {
        ClusterPlan plan = ClusterPlan.of("tank-1", ClusterSpec.DEFAULT, List.of(1, 2, 3, 4, 5, 6));

        assertThat(plan.nodes())
                .extracting(NodePlan::id, NodePlan::port, NodePlan::dataPort)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("database", 1, 2),
                        org.assertj.core.groups.Tuple.tuple("gateway-1", 3, 0),
                        org.assertj.core.groups.Tuple.tuple("gateway-2", 4, 0),
                        org.assertj.core.groups.Tuple.tuple("engine-1", 5, 0),
                        org.assertj.core.groups.Tuple.tuple("engine-2", 6, 0));
        assertThat(ClusterPlan.portsNeeded(ClusterSpec.DEFAULT)).isEqualTo(6);
    }
}
