package dev.wavetank.core.geometry;

/// A rectangle on a diagram's plane, in DI units; `x`, `y` is the top left corner. Width and height are never
/// negative.
public record Bounds(double x, double y, double width, double height) {
    public Bounds {
        width = Math.max(0, width);
        height = Math.max(0, height);
    }

    /// Written out for the first compiler, as is [#hashCode].
    @Override
    public boolean equals(Object other) {
        return other instanceof Bounds bounds
                && Double.compare(x, bounds.x) == 0
                && Double.compare(y, bounds.y) == 0
                && Double.compare(width, bounds.width) == 0
                && Double.compare(height, bounds.height) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * Double.hashCode(x) + Double.hashCode(y)) + Double.hashCode(width))
                + Double.hashCode(height);
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public Point center() {
        return new Point(x + width / 2, y + height / 2);
    }

    public Bounds translate(double dx, double dy) {
        return new Bounds(x + dx, y + dy, width, height);
    }

    /// Grown by `margin` on every side; a negative margin shrinks.
    public Bounds inflate(double margin) {
        return new Bounds(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
    }

    public boolean contains(Point point) {
        return point.x() >= x && point.x() <= right() && point.y() >= y && point.y() <= bottom();
    }

    public boolean contains(Bounds other) {
        return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
    }

    public boolean intersects(Bounds other) {
        return other.x <= right() && other.right() >= x && other.y <= bottom() && other.bottom() >= y;
    }

    public Bounds union(Bounds other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Bounds(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }
}
