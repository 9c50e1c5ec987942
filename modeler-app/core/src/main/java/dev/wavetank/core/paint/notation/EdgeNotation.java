package dev.wavetank.core.paint.notation;

import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.paint.Outline;
import dev.wavetank.core.paint.Path;
import dev.wavetank.core.paint.Pen;
import java.util.ArrayList;
import java.util.List;

/// Connections: the line through the waypoints with corners rounded by 5, and its tips.
final class EdgeNotation {
    private static final double CORNER = 5;
    private static final double ARROW_LENGTH = 9;
    private static final double ARROW_HALF = 4;
    private static final Pen SOLID = new Pen(1.5, Pen.Cap.BUTT, Pen.Join.ROUND, List.of());
    private static final Pen DASHED = Pen.dashed(1.5, 9.0, 6.0);
    private static final Pen DOTTED = Pen.dotted(1.7, 5);

    private EdgeNotation() {}

    /// @param jumps where it crosses lines that it jumps over
    static void draw(Sketch sketch, List<Point> waypoints, List<Point> jumps, EdgeForm form, int ink, int paper) {
        List<Point> points = distinct(waypoints);
        if (points.size() < 2) {
            return;
        }
        List<Point> line = new ArrayList<>(points);
        if (form.target() == EdgeForm.Tip.ARROW || form.target() == EdgeForm.Tip.HOLLOW_ARROW) {
            line.set(line.size() - 1, towards(points.getLast(), points.get(points.size() - 2), ARROW_LENGTH - 1));
        }
        Path path = rounded(line, jumps);
        switch (form.line()) {
            case SOLID -> sketch.stroke(path, SOLID, ink);
            case DASHED -> sketch.stroke(path, DASHED, ink);
            case DOTTED -> sketch.stroke(path, DOTTED, ink);
            case DOUBLE -> {
                sketch.stroke(path, Pen.solid(5), ink);
                sketch.detailStroke(path, Pen.solid(2.4), paper);
            }
        }
        tip(sketch, form.target(), points.getLast(), points.get(points.size() - 2), ink, paper);
        tip(sketch, form.source(), points.getFirst(), points.get(1), ink, paper);
    }

    /// The envelope of a message that a message flow shows, on the middle of its line; solid if it is not the
    /// initiating message.
    static void envelope(Sketch sketch, List<Point> waypoints, boolean solid, int ink, int paper) {
        Point middle = Waypoints.middle(waypoints);
        Bounds box = new Bounds(middle.x() - 12.5, middle.y() - 7.5, 25, 15);
        Path flap = Path.builder()
                .move(box.x(), box.y())
                .line(middle.x(), middle.y() + 1)
                .line(box.right(), box.y())
                .build();
        sketch.detailFill(Outline.box(box), solid ? ink : paper);
        sketch.detailStroke(Outline.box(box), SOLID, ink);
        sketch.detailStroke(flap, SOLID, solid ? paper : ink);
    }

    static Path rounded(List<Point> points) {
        return rounded(points, List.of());
    }

    private static Path rounded(List<Point> points, List<Point> jumps) {
        Path.Builder path =
                Path.builder().move(points.getFirst().x(), points.getFirst().y());
        Point at = points.getFirst();
        for (int i = 1; i < points.size() - 1; i++) {
            Point corner = points.get(i);
            double cut = Math.min(
                    CORNER, Math.min(corner.distanceTo(points.get(i - 1)), corner.distanceTo(points.get(i + 1))) / 2);
            Point before = towards(corner, points.get(i - 1), cut);
            Point after = towards(corner, points.get(i + 1), cut);
            JumpingLine.draw(path, at, before, jumps);
            path.bend(corner.x(), corner.y(), after.x(), after.y());
            at = after;
        }
        JumpingLine.draw(path, at, points.getLast(), jumps);
        return path.build();
    }

    private static void tip(Sketch sketch, EdgeForm.Tip tip, Point at, Point from, int ink, int paper) {
        double length = Math.max(at.distanceTo(from), 1e-6);
        double dx = (at.x() - from.x()) / length;
        double dy = (at.y() - from.y()) / length;
        switch (tip) {
            case NONE -> {}
            case ARROW -> sketch.detailFill(wedge(at, dx, dy, ARROW_LENGTH, ARROW_HALF, true), ink);
            case HOLLOW_ARROW -> {
                Path wedge = wedge(at.translate(-dx, -dy), dx, dy, ARROW_LENGTH, 4.5, true);
                sketch.fill(wedge, paper);
                sketch.stroke(wedge, Pen.solid(1.2), ink);
            }
            case OPEN_ARROW -> sketch.stroke(wedge(at.translate(-dx, -dy), dx, dy, 8, 5, false), Pen.round(1.5), ink);
            case RING -> {
                var ring = Outline.oval(new Bounds(at.x() + -dx * 3.5 - 3.5, at.y() - dy * 3.5 - 3.5, 7, 7));
                sketch.fill(ring, paper);
                sketch.stroke(ring, Pen.solid(1.2), ink);
            }
            case SLASH -> {
                Point middle = at.translate(-dx * 9, -dy * 9);
                double sx = (dx - dy) * 4.5;
                double sy = (dy + dx) * 4.5;
                sketch.detailStroke(
                        Path.line(middle.x() - sx, middle.y() - sy, middle.x() + sx, middle.y() + sy), SOLID, ink);
            }
            case DIAMOND -> {
                Path diamond = Path.builder()
                        .move(at.x(), at.y())
                        .line(at.x() - dx * 8 - dy * 4.5, at.y() - dy * 8 + dx * 4.5)
                        .line(at.x() - dx * 16, at.y() - dy * 16)
                        .line(at.x() - dx * 8 + dy * 4.5, at.y() - dy * 8 - dx * 4.5)
                        .close()
                        .build();
                sketch.fill(diamond, paper);
                sketch.stroke(diamond, Pen.solid(1.2), ink);
            }
        }
    }

    private static Path wedge(Point at, double dx, double dy, double length, double half, boolean closed) {
        double baseX = at.x() - dx * length;
        double baseY = at.y() - dy * length;
        Path.Builder path = Path.builder()
                .move(baseX - dy * half, baseY + dx * half)
                .line(at.x(), at.y())
                .line(baseX + dy * half, baseY - dx * half);
        return (closed ? path.close() : path).build();
    }

    private static Point towards(Point from, Point to, double distance) {
        double length = from.distanceTo(to);
        if (length < 1e-6) {
            return from;
        }
        double part = Math.min(1, distance / length);
        return new Point(from.x() + (to.x() - from.x()) * part, from.y() + (to.y() - from.y()) * part);
    }

    private static List<Point> distinct(List<Point> waypoints) {
        var points = new ArrayList<Point>(waypoints.size());
        for (Point point : waypoints) {
            if (points.isEmpty() || points.getLast().distanceTo(point) > 0.01) {
                points.add(point);
            }
        }
        return points;
    }
}
