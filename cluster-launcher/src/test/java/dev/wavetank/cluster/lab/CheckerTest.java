package dev.wavetank.cluster.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.cluster.api.Check;
import dev.wavetank.cluster.api.ExperimentFigures;
import dev.wavetank.cluster.api.Verdict;
import dev.wavetank.cluster.lab.Operation.Kind;
import dev.wavetank.cluster.lab.Operation.Outcome;
import dev.wavetank.engine.api.StepWrite;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CheckerTest {

    @Test
    void aRunInWhichEverythingEndedOncePasses() {
        Checker checker = new Checker(Runs.good());

        assertThat(checker.checks())
                .allSatisfy(check -> assertThat(check.verdict())
                        .as("%s: %s", check.id(), check.sentence())
                        .isEqualTo(Verdict.PASS));
    }

    @Test
    void theFiguresOfAGoodRunAreCountedAndTimed() {
        ExperimentFigures figures = new Checker(Runs.good()).figures();

        assertThat(figures.accepted()).isEqualTo(4);
        assertThat(figures.recovered()).isEqualTo(1);
        assertThat(figures.ended()).isEqualTo(5);
        assertThat(figures.lost()).isZero();
        assertThat(figures.effects()).isEqualTo(10);
        assertThat(figures.effectsTwice()).isZero();
        assertThat(figures.reattempts()).isEqualTo(1);
        assertThat(figures.effectsByNode()).containsEntry("engine-1", 4L).containsEntry("engine-2", 6L);
        assertThat(figures.detected()).contains(Duration.ofSeconds(3));
        assertThat(figures.fullProgress()).contains(Duration.ofSeconds(6));
    }

    @Test
    void whatNeverEndedCountsAsAStallUntilTheEnd() {
        Observation stuck = Runs.withInstances(
                Runs.good(), list -> Runs.plus(list.subList(1, 5), Runs.instance("i1", "key-1", 0, Optional.empty())));
        Observation looked = new Observation(
                stuck.asked(),
                Runs.at(60),
                stuck.operations(),
                stuck.instances(),
                stuck.activities(),
                stuck.ledger(),
                stuck.writes(),
                stuck.ledgerSteps(),
                0,
                true,
                stuck.fault(),
                List.of());

        assertThat(new Checker(Runs.good()).figures().longestStall()).isEqualTo(Duration.ofSeconds(6));
        assertThat(new Checker(looked).figures().longestStall()).isEqualTo(Duration.ofSeconds(52));
    }

    static Stream<Arguments> sabotages() {
        return Stream.of(
                sabotage("I1", "a dropped history row", run -> Runs.withInstances(run, list -> list.subList(1, 5))),
                sabotage(
                        "I2",
                        "an instance started twice",
                        run -> Runs.withInstances(
                                run, list -> Runs.plus(list, Runs.instance("twin", "key-1", 0, Optional.of(9))))),
                sabotage(
                        "I3",
                        "an instance that nobody asked for",
                        run -> Runs.withInstances(
                                run, list -> Runs.plus(list, Runs.instance("stray", "key-99", 0, Optional.of(9))))),
                sabotage(
                        "I4",
                        "a stuck instance",
                        run -> Runs.withInstances(
                                run,
                                list -> Runs.plus(
                                        list.subList(1, 5), Runs.instance("i1", "key-1", 0, Optional.empty())))),
                sabotage(
                        "I7",
                        "a doubled effect of the same run of a step",
                        run -> Runs.withLedger(
                                run, list -> Runs.plus(list, Runs.effect("i1", "pay", "i1-pay", "engine-2", 2, 5)))),
                sabotage(
                        "I7",
                        "a second effect under another execution",
                        run -> Runs.withLedger(
                                run, list -> Runs.plus(list, Runs.effect("i1", "pay", "other", "engine-2", 2, 5)))),
                sabotage(
                        "I6",
                        "a step without its effect",
                        run -> Runs.withLedger(
                                run,
                                list -> list.stream()
                                        .filter(e ->
                                                e.attempt() || !e.occurrence().equals("i1-pay"))
                                        .toList())),
                sabotage(
                        "I9",
                        "a completed task that came back",
                        run -> Runs.withOperations(
                                run, list -> Runs.plus(list, Runs.operation(99, Kind.COMPLETE, "task-1", Outcome.OK)))),
                sabotage(
                        "I16",
                        "a write of the dead node after its takeover",
                        run -> Runs.withLedger(
                                run,
                                list -> list.stream()
                                        .map(e -> e.occurrence().equals("i1-pay") && !e.attempt()
                                                ? Runs.effect("i1", "pay", "i1-pay", "engine-1", 1, 8)
                                                : e)
                                        .toList())),
                sabotage(
                        "I16",
                        "a step that the dead node ended after its takeover",
                        run -> Runs.withWrites(
                                run,
                                list -> Runs.plus(list, new StepWrite("i1", "pay", "engine-1", 1, Runs.at(8), true)))));
    }

    @ParameterizedTest(name = "{1} turns {0} red")
    @MethodSource("sabotages")
    void eachNegativeControlTurnsItsCheckRed(String id, String what, UnaryOperator<Observation> harm) {
        List<Check> checks = new Checker(harm.apply(Runs.good())).checks();

        assertThat(checks)
                .filteredOn(check -> check.id().equals(id))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.verdict()).as(check.sentence()).isEqualTo(Verdict.FAIL);
                    assertThat(check.offenders()).isNotEmpty();
                });
    }

    @Test
    void whatCouldNotBeReadIsNeverAPass() {
        Observation good = Runs.good();
        Observation blind = new Observation(
                good.asked(),
                good.until(),
                good.operations(),
                good.instances(),
                good.activities(),
                good.ledger(),
                good.writes(),
                good.ledgerSteps(),
                0,
                true,
                good.fault(),
                List.of("The ledger of the steps could not be read."));

        List<Check> checks = new Checker(blind).checks();

        assertThat(checks)
                .noneMatch(
                        check -> check.verdict() == Verdict.PASS && !check.id().equals("I16"));
        assertThat(checks.stream().map(Check::verdict).reduce(Verdict.PASS, Verdict::and))
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aStepThatDoesNotSayWhoWroteItProvesNothing() {
        Observation unnamed = Runs.withWrites(Runs.good(), list -> list.subList(2, list.size()));

        assertThat(new Checker(unnamed).checks())
                .filteredOn(check -> check.id().equals("I0"))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.verdict()).isEqualTo(Verdict.UNKNOWN);
                    assertThat(check.sentence()).contains("1 of 10 steps");
                });
    }

    @Test
    void aRunWithoutTheWantedKillProvesNothing() {
        Observation good = Runs.good();
        Observation tame = new Observation(
                good.asked(),
                good.until(),
                good.operations(),
                good.instances(),
                good.activities(),
                good.ledger(),
                good.writes(),
                good.ledgerSteps(),
                0,
                true,
                Optional.empty(),
                List.of());

        assertThat(new Checker(tame).checks().getFirst().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aRunInWhichNothingWasAcceptedProvesNothing() {
        Observation empty = new Observation(
                5,
                Runs.BEGIN,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                java.util.Set.of("pay"),
                0,
                false,
                Optional.empty(),
                List.of());

        assertThat(new Checker(empty).checks().stream().map(Check::verdict).reduce(Verdict.PASS, Verdict::and))
                .isEqualTo(Verdict.UNKNOWN);
    }

    private static Arguments sabotage(String id, String what, UnaryOperator<Observation> harm) {
        return Arguments.of(id, what, harm);
    }
}
