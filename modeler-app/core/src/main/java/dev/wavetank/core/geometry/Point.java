package dev.wavetank.core.geometry;

/// A place on a diagram's plane, in DI units (1 unit is 1 pixel at 100 %), y downwards.
public record Point(double x, double y) {
    public Point translate(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }

    /// Written out for the first compiler, as is [#hashCode]: lines are compared point by point.
    @Override
    public boolean equals(Object other) {
        return other instanceof Point point && Double.compare(x, point.x) == 0 && Double.compare(y, point.y) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(x) + Double.hashCode(y);
    }

    public double distanceTo(Point other) {
        return Math.hypot(other.x - x, other.y - y);
    }
}
