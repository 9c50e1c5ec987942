package dev.wavetank.cluster.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.Check;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.ClusterSpec;
import dev.wavetank.cluster.api.Experiment;
import dev.wavetank.cluster.api.ExperimentReport;
import dev.wavetank.cluster.api.Progress;
import dev.wavetank.cluster.api.RuntimeKind;
import dev.wavetank.cluster.api.Verdict;
import dev.wavetank.cluster.lab.FakeGateway.Vice;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabTest {
    private static final byte[] PROCESS = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn">
              <process id="p" isExecutable="true">
                <serviceTask id="step" flowable:delegateExpression="${ledger}"/>
              </process>
            </definitions>""".getBytes(UTF_8);

    @TempDir
    Path records;

    @Test
    void anHonestClusterPassesAndAnUnansweredStartIsSentAgain() throws ClusterException {
        FakeCluster cluster = new FakeCluster(new FakeGateway(Set.of()));

        ExperimentReport report = run(cluster);

        assertThat(report.checks())
                .allSatisfy(check -> assertThat(check.verdict())
                        .as("%s: %s", check.id(), check.sentence())
                        .isEqualTo(Verdict.PASS));
        assertThat(report.figures().accepted()).isEqualTo(20);
        assertThat(report.figures().ended()).isEqualTo(20);
        assertThat(report.figures().detected()).isPresent();
        assertThat(report.story()).anyMatch(line -> line.startsWith("Killed engine-1"));
        assertThat(report.records().resolve("client-ledger.tsv"))
                .content()
                .contains("UNKNOWN")
                .contains("COMPLETE");
        assertThat(cluster.stops()).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "FORGETS_AN_INSTANCE, I1 I7",
        "IGNORES_THE_IDEMPOTENCY_KEY, I2",
        "DOES_A_STEP_TWICE, I7",
        "LEAVES_A_TASK_UNDONE, I4"
    })
    void aClusterWithAViceFailsExactlyTheChecksThatAreMeantForIt(Vice vice, String checks) throws ClusterException {
        ExperimentReport report = run(new FakeCluster(new FakeGateway(Set.of(vice))));

        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(report.checks())
                .filteredOn(each -> each.verdict() == Verdict.FAIL)
                .extracting(Check::id)
                .containsExactly(checks.split(" "));
    }

    @Test
    void aSourceThatCannotBeReadLeavesTheVerdictOpen() throws ClusterException {
        ExperimentReport report = run(new FakeCluster(new FakeGateway(Set.of(Vice.HIDES_THE_LEDGER))));

        assertThat(report.checks().getFirst().sentence()).contains("ledger of the steps could not be read");
        assertThat(report.verdict()).isNotEqualTo(Verdict.PASS);
    }

    @Test
    void aRefusedProcessEndsTheExperimentAndTheCluster() {
        FakeCluster cluster = new FakeCluster(new FakeGateway(Set.of(Vice.REFUSES_THE_PROCESS)));

        assertThatThrownBy(() -> run(cluster))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("step: It has no meaning.");
        assertThat(cluster.stops()).isOne();
    }

    @Test
    void aCancelledExperimentEndsSoonAndLeavesNoCluster() {
        FakeCluster cluster = new FakeCluster(new FakeGateway(Set.of(Vice.LEAVES_A_TASK_UNDONE)));
        CancelToken cancel = new CancelToken();
        Progress cancelsUnderWay = (fraction, sentence) -> {
            if (sentence.contains("accepted")) cancel.cancel();
        };

        assertThatThrownBy(() -> lab(cluster).run(experiment(), cancelsUnderWay, cancel))
                .isInstanceOfSatisfying(
                        ClusterException.class, e -> assertThat(e.code()).isEqualTo(ClusterException.Code.CANCELLED));
        assertThat(cluster.stops()).isOne();
    }

    private ExperimentReport run(FakeCluster cluster) throws ClusterException {
        return lab(cluster).run(experiment(), Progress.NONE, CancelToken.never());
    }

    private Lab lab(FakeCluster cluster) {
        return new Lab(cluster, records, InstantSource.system());
    }

    private static Experiment experiment() {
        return new Experiment(
                PROCESS,
                "p.bpmn",
                "p",
                ClusterSpec.DEFAULT,
                RuntimeKind.PROCESS,
                20,
                Duration.ofMillis(600),
                Optional.of("engine-1"),
                7,
                Duration.ofSeconds(3),
                Duration.ofMinutes(2));
    }
}
