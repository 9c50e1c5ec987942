package dev.wavetank.core.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A connection's line while it is bent by hand: what was level or upright beside the part that is dragged stays
/// so, for the neighbouring corners follow. An end follows as long as it stays at its shape; beyond that a corner
/// is put in before it.
public final class LineBend {
    private final List<Point> line;
    private final Optional<Bounds> source;
    private final Optional<Bounds> target;

    /// @param source the shape at the beginning, if it is drawn
    public LineBend(List<Point> line, Optional<Bounds> source, Optional<Bounds> target) {
        this.line = List.copyOf(line);
        this.source = source;
        this.target = target;
    }

    public boolean isUpright(int segment) {
        return Polyline.isUpright(line.get(segment), line.get(segment + 1));
    }

    /// The points that stay when a corner or segment is dragged, to align with.
    public List<Point> others(int index, boolean segment) {
        List<Point> others = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            if (i < index - 1 || i > index + (segment ? 2 : 1)) {
                others.add(line.get(i));
            }
        }
        return others;
    }

    /// The line with one corner elsewhere and the rest as it was.
    public List<Point> cornerAlone(int corner, Point to) {
        List<Point> bent = new ArrayList<>(line);
        bent.set(corner, to);
        return bent;
    }

    /// The line with one corner elsewhere, its neighbours following.
    public List<Point> corner(int corner, Point to) {
        List<Point> bent = cornerAlone(corner, to);
        follow(bent, corner, corner - 1, to);
        follow(bent, corner, corner + 1, to);
        return bent;
    }

    private void follow(List<Point> bent, int corner, int neighbour, Point to) {
        Point was = line.get(corner);
        Point beside = line.get(neighbour);
        boolean level = Polyline.isLevel(was, beside);
        if (!level && !Polyline.isUpright(was, beside)) {
            return;
        }
        Point moved = level ? new Point(beside.x(), to.y()) : new Point(to.x(), beside.y());
        Optional<Bounds> shape = neighbour == 0 ? source : neighbour == line.size() - 1 ? target : Optional.empty();
        boolean inner = neighbour > 0 && neighbour < line.size() - 1;
        if (inner || shape.filter(bounds -> bounds.contains(moved)).isPresent()) {
            bent.set(neighbour, moved);
        }
    }

    /// The line with a level or upright segment moved across, to the height or side of `to`.
    public List<Point> segment(int segment, Point to) {
        boolean upright = isUpright(segment);
        List<Point> bent = new ArrayList<>(line);
        bent.set(segment, across(line.get(segment), to, upright));
        bent.set(segment + 1, across(line.get(segment + 1), to, upright));
        if (segment + 2 == line.size()) {
            bent.addAll(detour(target, bent.getLast(), upright));
        }
        if (segment == 0) {
            bent.addAll(0, detour(source, bent.getFirst(), upright).reversed());
        }
        return bent;
    }

    private static Point across(Point point, Point to, boolean upright) {
        return upright ? new Point(to.x(), point.y()) : new Point(point.x(), to.y());
    }

    /// How a line whose end left its shape gets back there: to the height of the shape's middle, and into it.
    private static List<Point> detour(Optional<Bounds> shape, Point end, boolean upright) {
        if (shape.isEmpty() || shape.get().contains(end)) {
            return List.of();
        }
        Point middle = shape.get().center();
        boolean beside = upright
                ? end.x() < shape.get().x() || end.x() > shape.get().right()
                : end.y() < shape.get().y() || end.y() > shape.get().bottom();
        return beside
                ? List.of(upright ? new Point(end.x(), middle.y()) : new Point(middle.x(), end.y()), middle)
                : List.of();
    }

    /// The line with a new corner in a segment.
    public List<Point> fresh(int segment, Point to) {
        List<Point> bent = new ArrayList<>(line);
        bent.add(segment + 1, to);
        return bent;
    }
}
