package dev.wavetank.core.geometry;

/// The true border of a shape, at which connections end.
public enum Outline {
    RECTANGLE,
    /// A rectangle with round corners, as activities have.
    ROUNDED,
    DIAMOND,
    ELLIPSE;

    /// The radius of round corners.
    private static final double CORNER = 10;

    /// Where the line from `inside` to `outside` leaves the outline in `bounds`; `inside` itself if it never
    /// does.
    ///
    /// Found by halving the line (40 steps, far below a thousandth of a unit), which needs no case for any form
    /// or degenerate box.
    public Point crop(Bounds bounds, Point inside, Point outside) {
        if (!contains(bounds, inside) || contains(bounds, outside)) {
            return inside;
        }
        double low = 0;
        double high = 1;
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            if (contains(bounds, between(inside, outside, middle))) {
                low = middle;
            } else {
                high = middle;
            }
        }
        Point exact = between(inside, outside, low);
        return new Point(Math.round(exact.x() * 100) / 100.0, Math.round(exact.y() * 100) / 100.0);
    }

    public boolean contains(Bounds bounds, Point point) {
        if (!bounds.contains(point)) {
            return false;
        }
        double dx = Math.abs(point.x() - bounds.center().x()) / Math.max(bounds.width() / 2, 1e-9);
        double dy = Math.abs(point.y() - bounds.center().y()) / Math.max(bounds.height() / 2, 1e-9);
        return switch (this) {
            case RECTANGLE -> true;
            case ROUNDED -> !isCutOff(bounds, point);
            case DIAMOND -> dx + dy <= 1;
            case ELLIPSE -> dx * dx + dy * dy <= 1;
        };
    }

    private static boolean isCutOff(Bounds bounds, Point point) {
        double radius = Math.min(CORNER, Math.min(bounds.width(), bounds.height()) / 2);
        double dx = Math.abs(point.x() - bounds.center().x()) - (bounds.width() / 2 - radius);
        double dy = Math.abs(point.y() - bounds.center().y()) - (bounds.height() / 2 - radius);
        return dx > 0 && dy > 0 && dx * dx + dy * dy > radius * radius;
    }

    private static Point between(Point from, Point to, double part) {
        return new Point(from.x() + (to.x() - from.x()) * part, from.y() + (to.y() - from.y()) * part);
    }
}
