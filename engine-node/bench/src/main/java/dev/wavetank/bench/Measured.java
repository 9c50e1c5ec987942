package dev.wavetank.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// The runs of one subject; a figure is their median.
record Measured(Subject subject, List<Load.Result> runs) {
    Measured(Subject subject) {
        this(subject, new ArrayList<>());
    }

    double median(ToDoubleFunction<Load.Result> figure) {
        return Figures.median(runs, figure);
    }

    String figure(ToDoubleFunction<Load.Result> figure) {
        return Table.number(median(figure));
    }

    String spread(ToDoubleFunction<Load.Result> figure) {
        return Figures.spread(runs, figure);
    }

    String times(Measured other, ToDoubleFunction<Load.Result> figure) {
        return Table.number(median(figure) / other.median(figure)) + "x";
    }
}
