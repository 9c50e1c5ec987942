package dev.wavetank.cluster.api;

import java.nio.file.Path;
import java.util.List;

/// The answer to an [Experiment].
///
/// @param records the folder with what the report was made from: the client's own ledger, and what the cluster
///     said
public record ExperimentReport(
        Experiment experiment, List<Check> checks, ExperimentFigures figures, List<String> story, Path records) {

    public ExperimentReport {
        checks = List.copyOf(checks);
        story = List.copyOf(story);
    }

    public Verdict verdict() {
        return checks.stream().map(Check::verdict).reduce(Verdict.PASS, Verdict::and);
    }
}
