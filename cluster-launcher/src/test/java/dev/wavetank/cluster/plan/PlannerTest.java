package dev.wavetank.cluster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.cluster.api.ClusterSpec;
import dev.wavetank.cluster.api.DatabaseSpec;
import dev.wavetank.cluster.plan.Observed.Presence;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {
    private static final ClusterPlan PLAN = plan(ClusterSpec.DEFAULT);

    @Test
    void theSchemaIsMadeAfterTheDatabaseAndBeforeEveryMember() {
        assertThat(sentences(Planner.start(PLAN)))
                .containsExactly(
                        "Preparing networks and storage",
                        "Starting database",
                        "Waiting for database",
                        "Bringing the database schema up to date",
                        "Starting gateway-1, gateway-2, engine-1, engine-2",
                        "Waiting for gateway-1, gateway-2, engine-1, engine-2");
    }

    @Test
    void anExternalDatabaseIsNotStarted() {
        ClusterSpec spec =
                ClusterSpec.DEFAULT.withDatabase(DatabaseSpec.postgresql("jdbc:postgresql://db/wavetank", "w", "p"));

        assertThat(sentences(Planner.start(plan(spec))))
                .containsExactly(
                        "Preparing networks and storage",
                        "Bringing the database schema up to date",
                        "Starting gateway-1, gateway-2, engine-1, engine-2",
                        "Waiting for gateway-1, gateway-2, engine-1, engine-2");
    }

    /// Each row: nodes to repair, what is seen of them (R running, P paused, X ended, A absent, C cut), the
    /// steps.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            engine-1           | R   |
            engine-1           | X   | Starting engine-1; Waiting for engine-1
            engine-1           | A   | Starting engine-1; Waiting for engine-1
            engine-1           | P   | Thawing engine-1; Waiting for engine-1
            engine-1           | C   | Connecting engine-1; Waiting for engine-1
            engine-1 engine-2  | X R | Starting engine-1; Waiting for engine-1, engine-2
            engine-1 engine-2  | P X | Thawing engine-1; Starting engine-2; Waiting for engine-1, engine-2
            database engine-1  | X X | Starting database; Waiting for database; Starting engine-1; Waiting for database, engine-1
            """)
    void aRepairDoesWhatTheDamageNeeds(String nodes, String seen, String steps) {
        List<String> ids = List.of(nodes.split(" "));
        List<String> letters = List.of(seen.split(" "));
        Map<String, Observed> observed = new LinkedHashMap<>();
        IntStream.range(0, ids.size()).forEach(i -> observed.put(ids.get(i), seen(letters.get(i))));

        List<Step> repair = Planner.repair(PLAN, observed, ids);

        assertThat(sentences(repair)).isEqualTo(steps == null ? List.of() : Arrays.asList(steps.split("; ")));
    }

    @Test
    void nodesThatWereNotNamedAreLeftAlone() {
        assertThat(Planner.repair(PLAN, Map.of(), List.of("gateway-2")))
                .containsExactly(
                        new Step.StartNodes(List.of(PLAN.nodes().get(2))),
                        new Step.AwaitReady(List.of(PLAN.nodes().get(2))));
    }

    private static Observed seen(String letter) {
        return switch (letter) {
            case "R" -> new Observed(Presence.RUNNING, true, -1, false, Instant.EPOCH);
            case "P" -> new Observed(Presence.PAUSED, true, -1, false, Instant.EPOCH);
            case "X" -> new Observed(Presence.EXITED, true, 137, false, Instant.EPOCH);
            case "C" -> new Observed(Presence.RUNNING, false, -1, false, Instant.EPOCH);
            case "A" -> Observed.ABSENT;
            default -> throw new IllegalArgumentException(letter);
        };
    }

    private static ClusterPlan plan(ClusterSpec spec) {
        return ClusterPlan.of(
                "tank-1", spec, IntStream.range(20_000, 20_050).boxed().toList());
    }

    private static List<String> sentences(List<Step> steps) {
        return steps.stream().map(Step::sentence).toList();
    }
}
