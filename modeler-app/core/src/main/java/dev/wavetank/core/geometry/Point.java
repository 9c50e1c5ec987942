package dev.wavetank.core.geometry;

/// A place on a diagram's plane, in DI units (1 unit is 1 pixel at 100 %), y downwards.
public record Point(double x, double y) {
    public Point translate(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }

    public double distanceTo(Point other) {
        return Math.hypot(other.x - x, other.y - y);
    }
}
