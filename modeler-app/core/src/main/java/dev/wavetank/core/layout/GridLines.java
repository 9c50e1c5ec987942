package dev.wavetank.core.layout;

import java.util.TreeSet;

/// Collects the coordinates of the lines on which edges may run.
final class GridLines {
    private static final double TRACK = 10;
    private static final double MARGIN = 12;

    private final TreeSet<Double> lines = new TreeSet<>();

    void at(double coordinate) {
        lines.add(Math.round(coordinate * 2) / 2.0);
    }

    /// Tracks ten apart between two obstacles, the middle one among them.
    void between(double from, double to) {
        double middle = (from + to) / 2;
        at(middle);
        for (double away = TRACK; middle + away <= to - MARGIN; away += TRACK) {
            at(middle + away);
            at(middle - away);
        }
    }

    double[] sorted() {
        return lines.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
