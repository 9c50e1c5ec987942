package dev.wavetank.core.paint;

import dev.wavetank.core.geometry.Bounds;
import java.util.Arrays;

/// An immutable path of lines and cubic curves. `trace` replays it into whatever a surface draws with; arcs
/// have become curves already.
public final class Path implements Outline {
    private static final byte MOVE = 0;
    private static final byte LINE = 1;
    private static final byte CURVE = 2;
    private static final byte CLOSE = 3;
    /// Distance of the control points that makes a cubic curve a quarter of the unit circle.
    private static final double QUARTER = 0.5522847498;

    private final byte[] steps;
    private final double[] coordinates;
    private final Bounds bounds;

    private Path(byte[] steps, double[] coordinates) {
        this.steps = steps;
        this.coordinates = coordinates;
        this.bounds = boundsOf(coordinates);
    }

    public static Builder builder() {
        return new Builder();
    }

    /// A straight line.
    public static Path line(double x1, double y1, double x2, double y2) {
        return builder().move(x1, y1).line(x2, y2).build();
    }

    /// The control points' bounds, which for our shapes are those of the curve or very little more.
    @Override
    public Bounds bounds() {
        return bounds;
    }

    @Override
    public Path translate(double dx, double dy) {
        return transform(1, 1, dx, dy);
    }

    /// Scaled around the origin, then moved.
    public Path transform(double scaleX, double scaleY, double dx, double dy) {
        var moved = new double[coordinates.length];
        for (int i = 0; i < moved.length; i += 2) {
            moved[i] = coordinates[i] * scaleX + dx;
            moved[i + 1] = coordinates[i + 1] * scaleY + dy;
        }
        return new Path(steps, moved);
    }

    /// Whether it is one straight line along an axis.
    public boolean isLevelOrUpright() {
        return steps.length == 2 && steps[1] == LINE && (bounds.width() == 0 || bounds.height() == 0);
    }

    public void trace(Tracer tracer) {
        int at = 0;
        for (byte step : steps) {
            switch (step) {
                case MOVE -> tracer.move(coordinates[at], coordinates[at + 1]);
                case LINE -> tracer.line(coordinates[at], coordinates[at + 1]);
                case CURVE ->
                    tracer.curve(
                            coordinates[at],
                            coordinates[at + 1],
                            coordinates[at + 2],
                            coordinates[at + 3],
                            coordinates[at + 4],
                            coordinates[at + 5]);
                default -> tracer.close();
            }
            at += step == CURVE ? 6 : step == CLOSE ? 0 : 2;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Path path
                && Arrays.equals(steps, path.steps)
                && Arrays.equals(coordinates, path.coordinates);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(steps) + Arrays.hashCode(coordinates);
    }

    private static Bounds boundsOf(double[] coordinates) {
        if (coordinates.length == 0) {
            return new Bounds(0, 0, 0, 0);
        }
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < coordinates.length; i += 2) {
            left = Math.min(left, coordinates[i]);
            right = Math.max(right, coordinates[i]);
            top = Math.min(top, coordinates[i + 1]);
            bottom = Math.max(bottom, coordinates[i + 1]);
        }
        return new Bounds(left, top, right - left, bottom - top);
    }

    /// Receives a path step by step, with absolute coordinates.
    public interface Tracer {
        void move(double x, double y);

        void line(double x, double y);

        void curve(double x1, double y1, double x2, double y2, double x, double y);

        void close();
    }

    /// Collects the steps of one path.
    public static final class Builder {
        private byte[] steps = new byte[8];
        private double[] coordinates = new double[16];
        private int stepCount;
        private int coordinateCount;

        public Builder move(double x, double y) {
            return add(MOVE, x, y);
        }

        public Builder line(double x, double y) {
            return add(LINE, x, y);
        }

        public Builder curve(double x1, double y1, double x2, double y2, double x, double y) {
            return add(CURVE, x1, y1, x2, y2, x, y);
        }

        /// A quadratic curve through one control point, raised to a cubic one.
        public Builder bend(double controlX, double controlY, double x, double y) {
            double fromX = coordinates[coordinateCount - 2];
            double fromY = coordinates[coordinateCount - 1];
            return curve(
                    fromX + (controlX - fromX) * 2 / 3,
                    fromY + (controlY - fromY) * 2 / 3,
                    x + (controlX - x) * 2 / 3,
                    y + (controlY - y) * 2 / 3,
                    x,
                    y);
        }

        public Builder close() {
            return add(CLOSE);
        }

        /// A whole ellipse around `x`, `y`, as a closed part of this path.
        public Builder oval(double x, double y, double radiusX, double radiusY) {
            double kx = radiusX * QUARTER;
            double ky = radiusY * QUARTER;
            return move(x + radiusX, y)
                    .curve(x + radiusX, y + ky, x + kx, y + radiusY, x, y + radiusY)
                    .curve(x - kx, y + radiusY, x - radiusX, y + ky, x - radiusX, y)
                    .curve(x - radiusX, y - ky, x - kx, y - radiusY, x, y - radiusY)
                    .curve(x + kx, y - radiusY, x + radiusX, y - ky, x + radiusX, y)
                    .close();
        }

        /// An arc of a circle around `x`, `y`; angles in degrees, clockwise from 3 o'clock. Starts with a move
        /// if the path is empty, else a line.
        public Builder arc(double x, double y, double radius, double fromDegrees, double sweepDegrees) {
            int parts = Math.max(1, (int) Math.ceil(Math.abs(sweepDegrees) / 90));
            double step = Math.toRadians(sweepDegrees / parts);
            double pull = 4.0 / 3 * Math.tan(step / 4) * radius;
            double angle = Math.toRadians(fromDegrees);
            double startX = x + radius * Math.cos(angle);
            double startY = y + radius * Math.sin(angle);
            add(stepCount == 0 ? MOVE : LINE, startX, startY);
            for (int i = 0; i < parts; i++) {
                double next = angle + step;
                double endX = x + radius * Math.cos(next);
                double endY = y + radius * Math.sin(next);
                curve(
                        x + radius * Math.cos(angle) - pull * Math.sin(angle),
                        y + radius * Math.sin(angle) + pull * Math.cos(angle),
                        endX + pull * Math.sin(next),
                        endY - pull * Math.cos(next),
                        endX,
                        endY);
                angle = next;
            }
            return this;
        }

        public Path build() {
            return new Path(Arrays.copyOf(steps, stepCount), Arrays.copyOf(coordinates, coordinateCount));
        }

        private Builder add(byte step, double... values) {
            if (stepCount == steps.length) {
                steps = Arrays.copyOf(steps, stepCount * 2);
            }
            steps[stepCount++] = step;
            if (coordinateCount + values.length > coordinates.length) {
                coordinates = Arrays.copyOf(coordinates, coordinates.length * 2);
            }
            System.arraycopy(values, 0, coordinates, coordinateCount, values.length);
            coordinateCount += values.length;
            return this;
        }
    }
}
