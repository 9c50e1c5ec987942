package dev.wavetank.app.cli;

import dev.wavetank.cluster.api.Check;
import dev.wavetank.cluster.api.ExperimentFigures;
import dev.wavetank.cluster.api.ExperimentReport;
import dev.wavetank.cluster.api.Verdict;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The report of an experiment for a person.
final class ReportText {
    private final Terminal terminal;

    ReportText(Terminal terminal) {
        this.terminal = terminal;
    }

    /// @return the exit code
    int print(ExperimentReport report) {
        title("What happened");
        report.story().forEach(line -> terminal.out().println("  " + line));
        title("What was counted");
        figures(report.figures()).lines().forEach(terminal.out()::println);
        title("What was promised");
        report.checks().forEach(this::print);
        terminal.out().println();
        terminal.out().println(sentence(report.figures()));
        terminal.out().println("Everything this was judged by is in " + report.records());
        terminal.out().println();
        return verdict(report);
    }

    private static Table figures(ExperimentFigures figures) {
        return new Table()
                .row("  accepted starts", figures.accepted() + " of " + figures.asked())
                .row("  ended instances", String.valueOf(figures.ended()))
                .row("  lost", String.valueOf(figures.lost()))
                .row("  started twice", String.valueOf(figures.doubled()))
                .row("  never ended", String.valueOf(figures.stuck()))
                .row("  failed jobs", String.valueOf(figures.failedJobs()))
                .row("  effects run twice", figures.effectsTwice() + " of " + figures.effects())
                .row("  steps cut off in the middle", String.valueOf(figures.reattempts()))
                .row("  longest stall", seconds(figures.longestStall()))
                .row("  from kill to noticed", seconds(figures.detected()))
                .row("  from kill to full progress", seconds(figures.fullProgress()))
                .row("  share of the nodes", shares(figures));
    }

    private void print(Check check) {
        String verdict = switch (check.verdict()) {
            case PASS -> terminal.green("PASS   ");
            case FAIL -> terminal.red("FAIL   ");
            case UNKNOWN -> terminal.yellow("UNKNOWN");
        };
        terminal.out()
                .println("  " + verdict + "  " + "%-3s  %-28s  ".formatted(check.id(), check.title())
                        + check.sentence());
        if (check.verdict() == Verdict.FAIL) {
            String first = check.offenders().stream().limit(3).collect(Collectors.joining(", "));
            terminal.out()
                    .println("                "
                            + terminal.dim(first + (check.offenders().size() > 3 ? ", …" : "")));
        }
    }

    private int verdict(ExperimentReport report) {
        return switch (report.verdict()) {
            case PASS -> {
                terminal.out().println(terminal.green("PASS") + "  Nothing was lost and nothing was done twice.");
                yield ExitCode.OK;
            }
            case FAIL -> {
                terminal.out().println(terminal.red("FAIL") + "  Broken: " + broken(report) + ".");
                if (!report.experiment().cluster().takeover()) {
                    terminal.out()
                            .println("      The takeover was switched off, so nobody freed the dead engine's work:"
                                    + " this is what it is good for.");
                }
                yield ExitCode.BAD_NEWS;
            }
            case UNKNOWN -> {
                terminal.out().println(terminal.yellow("UNKNOWN") + "  This run cannot be judged; see above.");
                yield ExitCode.UNABLE;
            }
        };
    }

    private static String broken(ExperimentReport report) {
        return report.checks().stream()
                .filter(check -> check.verdict() == Verdict.FAIL)
                .map(check -> check.title() + " (" + check.sentence() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String sentence(ExperimentFigures figures) {
        return "The engine's state moves exactly once; the steps' outside effects are attempted at least once and counted"
                + " once: " + figures.reattempts() + " cut off, " + figures.effectsTwice() + " double effects.";
    }

    private static String shares(ExperimentFigures figures) {
        return figures.effectsByNode().entrySet().stream()
                .map(entry -> entry.getKey() + " " + percent(entry.getValue(), figures.effects()))
                .collect(Collectors.joining(", "));
    }

    private static String percent(long part, long whole) {
        return whole == 0 ? "0 %" : Math.round(100.0 * part / whole) + " %";
    }

    private static String seconds(Optional<Duration> duration) {
        return duration.map(ReportText::seconds).orElse("-");
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private void title(String text) {
        terminal.out().println();
        terminal.out().println(terminal.bold(text));
    }
}
