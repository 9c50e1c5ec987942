package dev.wavetank.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// Repeated measurements.
final class Figures {
    private Figures() {}

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    static <T> double median(List<T> runs, ToDoubleFunction<T> figure) {
        return median(runs.stream().map(figure::applyAsDouble).toList());
    }

    /// The median, and from which to which the runs went.
    static <T> String spread(List<T> runs, ToDoubleFunction<T> figure) {
        return Table.number(median(runs, figure)) + " ("
                + Table.number(runs.stream().mapToDouble(figure).min().orElseThrow()) + " to "
                + Table.number(runs.stream().mapToDouble(figure).max().orElseThrow()) + ")";
    }
}
