package dev.wavetank.cluster.lab;

import dev.wavetank.cluster.api.Check;
import dev.wavetank.cluster.api.ExperimentFigures;
import dev.wavetank.cluster.api.HistoricInstance;
import dev.wavetank.cluster.api.Verdict;
import dev.wavetank.cluster.lab.Operation.Kind;
import dev.wavetank.cluster.lab.Operation.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Judges an experiment by what the client wrote down, what the engine's history says, and what the steps
/// themselves wrote.
///
/// A pure function of an [Observation], so that each check is shown to be able to fail: a dropped history row,
/// a doubled effect, a stuck instance each turn the report red. What is promised: the engine's state moves
/// exactly once; a step's outside effect is attempted at least once and counted once.
final class Checker {
    private final Observation observation;
    private final Starts starts;
    private final Effects effects;
    private final List<String> notEnded;

    Checker(Observation observation) {
        this.observation = observation;
        this.starts = Starts.of(observation);
        this.effects = Effects.of(observation);
        this.notEnded = observation.instances().stream()
                .filter(instance -> !instance.ended())
                .map(instance -> instance.businessKey() + " (" + instance.id() + ")")
                .sorted()
                .toList();
    }

    /// Every promise with its verdict.
    List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        checks.add(sources());
        checks.add(nothingLost());
        checks.add(nothingDoubled());
        checks.add(nothingInvented());
        checks.add(everythingEnded());
        checks.add(effectsOnce());
        checks.add(effectsThere());
        checks.add(tasksOnce());
        checks.add(noStaleEpoch());
        return checks;
    }

    ExperimentFigures figures() {
        Timeline timeline = new Timeline(observation);
        Optional<FaultRecord> fault = observation.fault();
        return new ExperimentFigures(
                observation.asked(),
                starts.accepted().size(),
                starts.recovered().size(),
                observation.instances().size() - notEnded.size(),
                starts.lost().size(),
                starts.doubled().size(),
                notEnded.size(),
                observation.failedJobs(),
                effects.count(),
                effects.surplusCount(),
                Math.max(0, effects.reattempts()),
                timeline.longestStall(),
                fault.flatMap(f -> f.detected().map(seen -> Duration.between(f.at(), seen))),
                fault.flatMap(f -> timeline.fullProgressAfter(f.at())),
                Effects.byNode(observation),
                timeline.whole());
    }

    private Check sources() {
        List<String> missing = new ArrayList<>(observation.unreadable());
        if (starts.accepted().isEmpty()) {
            missing.add("No start was acknowledged, so there is nothing to judge by.");
        }
        if (observation.faultWanted() && observation.fault().isEmpty()) {
            missing.add("The node was not killed, so the run shows nothing about its loss.");
        }
        long named = observation.writes().stream().filter(write -> !write.end()).count();
        if (named < observation.activities().size()) {
            missing.add("%d of %d steps do not say which node wrote them."
                    .formatted(
                            observation.activities().size() - named,
                            observation.activities().size()));
        }
        return new Check(
                "I0",
                "All sources could be read",
                missing.isEmpty() ? Verdict.PASS : Verdict.UNKNOWN,
                missing.isEmpty() ? "client's ledger, history, step ledger" : String.join(" ", missing),
                missing);
    }

    private Check nothingLost() {
        return check(
                "I1",
                "Nothing lost",
                starts.lost(),
                "all %d acknowledged starts are in the history"
                        .formatted(starts.accepted().size()),
                "%d acknowledged starts are unknown to the history");
    }

    private Check nothingDoubled() {
        return check(
                "I2",
                "Nothing started twice",
                starts.doubled(),
                "no start made two instances",
                "%d starts made more than one instance");
    }

    private Check nothingInvented() {
        String kept = starts.recovered().isEmpty()
                ? "each instance was asked for"
                : "each instance was asked for; %d starts without an answer had happened"
                        .formatted(starts.recovered().size());
        return check("I3", "Nothing invented", starts.invented(), kept, "%d instances that nobody asked for");
    }

    private Check everythingEnded() {
        String broken = observation.failedJobs() > 0
                ? "%d instances never ended; " + observation.failedJobs() + " of their jobs failed or were given up"
                : "%d instances never ended";
        return check("I4", "Everything ended", notEnded, "%d instances ended".formatted(ended()), broken);
    }

    private Check effectsOnce() {
        String kept = "%d effects, none twice; %d steps were cut off in the middle"
                .formatted(effects.count(), Math.max(0, effects.reattempts()));
        return check(
                "I7", "No effect twice", effects.surplus(), kept, "%d steps had more effects than runs in the history");
    }

    private Check effectsThere() {
        return check(
                "I6",
                "Every step left its effect",
                effects.missing(),
                "each completed step is in the ledger",
                "%d completed steps are missing from the ledger");
    }

    private Check tasksOnce() {
        Map<String, Long> acknowledged = observation.operations().stream()
                .filter(operation -> operation.kind() == Kind.COMPLETE && operation.outcome() == Outcome.OK)
                .collect(Collectors.groupingBy(Operation::subject, Collectors.counting()));
        List<String> twice = acknowledged.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return check(
                "I9",
                "Tasks completed once",
                twice,
                "%d completed tasks stayed completed".formatted(acknowledged.size()),
                "%d tasks came back after their completion was acknowledged");
    }

    private Check noStaleEpoch() {
        Optional<FaultRecord> fault = observation.fault();
        if (fault.isEmpty() || fault.get().detected().isEmpty()) {
            boolean unseen = fault.isPresent();
            return new Check(
                    "I16",
                    "The dead stay silent",
                    unseen ? Verdict.UNKNOWN : Verdict.PASS,
                    unseen ? "the registry never called the killed node dead" : "no node was killed",
                    List.of());
        }
        FaultRecord dead = fault.get();
        Stream<String> effects = observation.ledger().stream()
                .filter(entry -> !entry.attempt() && isStale(dead, entry.node(), entry.epoch(), entry.at()))
                .map(entry -> "effect of " + step(entry.processInstanceId(), entry.activityId(), entry.epoch()));
        Stream<String> steps = observation.writes().stream()
                .filter(write -> isStale(dead, write.node(), write.epoch(), write.at()))
                .map(write -> (write.end() ? "end of " : "beginning of ")
                        + step(write.processInstanceId(), write.activityId(), write.epoch()));
        return check(
                "I16",
                "The dead stay silent",
                Stream.concat(effects, steps).toList(),
                "of %d written steps and their effects none is of the dead node's old epoch after its takeover"
                        .formatted(observation.writes().size()),
                "%d steps or effects of the dead node's old epoch after its takeover");
    }

    private static String step(String processInstanceId, String activityId, long epoch) {
        return processInstanceId + "/" + activityId + " epoch " + epoch;
    }

    private static boolean isStale(FaultRecord fault, String node, long epoch, Instant at) {
        return node.equals(fault.node())
                && epoch <= fault.epoch()
                && at.isAfter(fault.detected().orElseThrow());
    }

    private long ended() {
        return observation.instances().stream().filter(HistoricInstance::ended).count();
    }

    /// A check whose sources were incomplete fails if it found something and is otherwise open.
    private Check check(String id, String title, List<String> offenders, String kept, String broken) {
        if (!offenders.isEmpty()) {
            return new Check(id, title, Verdict.FAIL, broken.formatted(offenders.size()), offenders);
        }
        boolean judged =
                observation.unreadable().isEmpty() && !starts.accepted().isEmpty();
        return new Check(
                id, title, judged ? Verdict.PASS : Verdict.UNKNOWN, judged ? kept : "cannot be judged", List.of());
    }
}
