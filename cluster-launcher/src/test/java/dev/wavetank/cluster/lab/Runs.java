package dev.wavetank.cluster.lab;

import dev.wavetank.cluster.api.HistoricActivity;
import dev.wavetank.cluster.api.HistoricInstance;
import dev.wavetank.cluster.lab.Operation.Kind;
import dev.wavetank.cluster.lab.Operation.Outcome;
import dev.wavetank.engine.api.LedgerEntry;
import dev.wavetank.engine.api.StepWrite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Observations for tests: a run of five instances with two ledger steps each, one kill, and ways to spoil it.
final class Runs {
    static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private Runs() {}

    /// Five instances, started at second 0, all under way when `engine-1` dies at second 2, dead for the
    /// registry at 5, ended at 8. The start of the fifth had no answer. One step of the first was begun twice.
    static Observation good() {
        List<Operation> operations = new ArrayList<>();
        List<HistoricInstance> instances = new ArrayList<>();
        List<HistoricActivity> activities = new ArrayList<>();
        List<LedgerEntry> ledger = new ArrayList<>();
        List<StepWrite> writes = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            String id = "i" + i;
            operations.add(operation(i, Kind.START, "key-" + i, i == 5 ? Outcome.UNKNOWN : Outcome.OK));
            operations.add(operation(10 + i, Kind.COMPLETE, "task-" + i, Outcome.OK));
            instances.add(instance(id, "key-" + i, 0, Optional.of(8)));
            String first = i < 5 ? "engine-1" : "engine-2";
            step(activities, ledger, writes, id, "check", first, 1);
            step(activities, ledger, writes, id, "pay", "engine-2", 8);
        }
        ledger.add(new LedgerEntry("t", "i1", "key-1", "pay", "i1-pay", "engine-1", 1, at(2), true));
        FaultRecord fault = new FaultRecord("engine-1", at(2), 1, Optional.of(at(5)));
        return new Observation(
                5,
                at(8),
                operations,
                instances,
                activities,
                ledger,
                writes,
                Set.of("check", "pay"),
                0,
                true,
                Optional.of(fault),
                List.of());
    }

    static HistoricInstance instance(String id, String key, int start, Optional<Integer> end) {
        return new HistoricInstance(id, key, "p:1", "t", at(start), end.map(Runs::at), "");
    }

    static LedgerEntry effect(String instance, String step, String occurrence, String node, long epoch, int second) {
        return new LedgerEntry("t", instance, "", step, occurrence, node, epoch, at(second), false);
    }

    static Operation operation(long id, Kind kind, String subject, Outcome outcome) {
        return new Operation(id, kind, subject, at(0), outcome, at(kind == Kind.START ? 0 : 7), "");
    }

    static Observation withInstances(Observation run, UnaryOperator<List<HistoricInstance>> change) {
        return new Observation(
                run.asked(),
                run.until(),
                run.operations(),
                change.apply(run.instances()),
                run.activities(),
                run.ledger(),
                run.writes(),
                run.ledgerSteps(),
                run.failedJobs(),
                run.faultWanted(),
                run.fault(),
                run.unreadable());
    }

    static Observation withLedger(Observation run, UnaryOperator<List<LedgerEntry>> change) {
        return new Observation(
                run.asked(),
                run.until(),
                run.operations(),
                run.instances(),
                run.activities(),
                change.apply(run.ledger()),
                run.writes(),
                run.ledgerSteps(),
                run.failedJobs(),
                run.faultWanted(),
                run.fault(),
                run.unreadable());
    }

    static Observation withOperations(Observation run, UnaryOperator<List<Operation>> change) {
        return new Observation(
                run.asked(),
                run.until(),
                change.apply(run.operations()),
                run.instances(),
                run.activities(),
                run.ledger(),
                run.writes(),
                run.ledgerSteps(),
                run.failedJobs(),
                run.faultWanted(),
                run.fault(),
                run.unreadable());
    }

    static Observation withWrites(Observation run, UnaryOperator<List<StepWrite>> change) {
        return new Observation(
                run.asked(),
                run.until(),
                run.operations(),
                run.instances(),
                run.activities(),
                run.ledger(),
                change.apply(run.writes()),
                run.ledgerSteps(),
                run.failedJobs(),
                run.faultWanted(),
                run.fault(),
                run.unreadable());
    }

    static <T> List<T> plus(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }

    static Instant at(int second) {
        return BEGIN.plusSeconds(second);
    }

    private static void step(
            List<HistoricActivity> activities,
            List<LedgerEntry> ledger,
            List<StepWrite> writes,
            String instance,
            String step,
            String node,
            int second) {
        String occurrence = instance + "-" + step;
        activities.add(
                new HistoricActivity(occurrence, instance, step, "serviceTask", at(second), Optional.of(at(second))));
        ledger.add(new LedgerEntry("t", instance, "", step, occurrence, node, 1, at(second), true));
        ledger.add(effect(instance, step, occurrence, node, 1, second));
        writes.add(new StepWrite(instance, step, node, 1, at(second), false));
        writes.add(new StepWrite(instance, step, node, 1, at(second), true));
    }
}
