package dev.wavetank.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Prints the figures of one size as a table in Markdown, with how much less CPU our side took and whether that is
/// what was aimed at.
final class Report {
    private static final Operation.Goal OPEN = Operation.Goal.times(6);
    private static final double MOST_MEMORY = 400;
    /// What no frame may exceed, whatever the size.
    private static final double MOST_PER_FRAME = 50;

    void print(int nodes, Measurement ours, Measurement theirs) {
        boolean both = !theirs.open.isEmpty();
        System.out.printf(Locale.ROOT, "%n%,d flow nodes, median of %d rounds%n%n", nodes, ours.open.size());
        System.out.println("| CPU ms | bpmn-js | Wavetank | less | goal | | wall ms, median/p95, bpmn-js | Wavetank |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        row("open to first picture", ours.open, theirs.open, OPEN, "–", "–");
        for (Operation operation : Operation.values()) {
            Operation.Goal goal =
                    both || operation.goal.ratio().isEmpty() ? operation.goal : Operation.Goal.atMost(MOST_PER_FRAME);
            String label = operation.label + (operation.isContinuous() ? ", a frame" : "");
            row(
                    label,
                    ours.cpu.get(operation),
                    theirs.cpu.getOrDefault(operation, List.of()),
                    operation.isContinuous() && goal.ratio().isEmpty() ? Operation.Goal.atMost(MOST_PER_FRAME) : goal,
                    walls(theirs.wall.getOrDefault(operation, List.of())),
                    walls(ours.wall.get(operation)));
        }
        row("memory, MB (PSS): opened", ours.opened, theirs.opened, Operation.Goal.atMost(MOST_MEMORY), "", "");
        row(
                "memory, MB (PSS): at the end",
                ours.pss,
                both ? theirs.pss : List.of(),
                Operation.Goal.atMost(MOST_MEMORY),
                "",
                "");
        row("memory, MB (RSS): at the end", ours.rss, List.of(), Operation.Goal.none(), "", "");
    }

    private static void row(
            String label, List<Double> ours, List<Double> theirs, Operation.Goal goal, String wall, String ourWall) {
        double mine = at(ours, 0.5);
        double other = at(theirs, 0.5);
        double ratio = other / mine;
        boolean judged = goal.millis().isPresent() || goal.ratio().isPresent() && !theirs.isEmpty();
        boolean met = goal.millis().map(most -> mine <= most).orElse(true)
                && goal.ratio().map(least -> ratio >= least).orElse(true);
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s | %s | %s |%n",
                label,
                theirs.isEmpty() ? "–" : figure(other),
                figure(mine),
                theirs.isEmpty() ? "–" : String.format(Locale.ROOT, "%.1fx", ratio),
                goal.millis()
                        .map(most -> "≤ " + figure(most))
                        .or(() -> goal.ratio().map(least -> figure(least) + "x"))
                        .orElse(""),
                judged ? met ? "met" : "**missed**" : "",
                wall,
                ourWall);
    }

    private static String walls(List<Double> walls) {
        return walls.isEmpty() ? "–" : figure(at(walls, 0.5)) + "/" + figure(at(walls, 0.95));
    }

    private static double at(List<Double> values, double part) {
        if (values.isEmpty()) {
            return 0;
        }
        List<Double> sorted = new ArrayList<>(values);
        sorted.sort(null);
        return sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * part));
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, value < 20 && value != Math.rint(value) ? "%.1f" : "%,.0f", value);
    }
}
