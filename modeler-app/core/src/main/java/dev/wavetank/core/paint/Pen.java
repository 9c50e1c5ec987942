package dev.wavetank.core.paint;

import java.util.List;

/// How a line is drawn. `dash` alternates lengths of ink and gap; empty is solid.
public record Pen(double width, Cap cap, Join join, List<Double> dash) {
    public Pen {
        dash = List.copyOf(dash);
    }

    public static Pen solid(double width) {
        return new Pen(width, Cap.BUTT, Join.MITER, List.of());
    }

    public static Pen round(double width) {
        return new Pen(width, Cap.ROUND, Join.ROUND, List.of());
    }

    public static Pen dashed(double width, Double... dash) {
        return new Pen(width, Cap.BUTT, Join.ROUND, List.of(dash));
    }

    /// Dots as wide as the pen: round caps on almost nothing.
    public static Pen dotted(double width, double gap) {
        return new Pen(width, Cap.ROUND, Join.ROUND, List.of(0.0, gap));
    }

    public enum Cap {
        BUTT,
        ROUND,
        SQUARE
    }

    public enum Join {
        MITER,
        ROUND,
        BEVEL
    }
}
