package dev.wavetank.core.interaction;

import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.edit.command.UpdateWaypoints;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.geometry.Polyline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Lays out a selected connection by hand: dragging a corner moves it, dragging a level or upright segment
/// moves the segment and keeps it so, dragging elsewhere makes a new corner. A corner that ends up on a
/// straight line is gone.
final class LineDrag implements State {
    private final Stage stage;
    private final PointerEvent start;
    private final Edge edge;
    private final int corner;
    private final int segment;
    private final Snapper snapper;
    private List<Point> now;

    LineDrag(Stage stage, PointerEvent start, Edge edge) {
        this.stage = stage;
        this.start = start;
        this.edge = edge;
        this.now = edge.waypoints();
        this.corner = corner(edge.waypoints(), start.point(), stage.reach());
        this.segment = Polyline.nearestSegment(edge.waypoints(), start.point());
        this.snapper = stage.snapper(Polyline.bounds(edge.waypoints()), Set.of());
    }

    private static int corner(List<Point> line, Point at, double reach) {
        for (int i = 1; i + 1 < line.size(); i++) {
            if (line.get(i).distanceTo(at) <= reach) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public State moved(PointerEvent event) {
        Point to = event.has(Modifier.ALT) ? event.point() : snapper.place(event.point());
        List<Point> line = new ArrayList<>(edge.waypoints());
        boolean inner = segment > 0 && segment + 2 < line.size();
        if (corner > 0) {
            line.set(corner, to);
        } else if (inner && isLevel(line)) {
            line.set(segment, new Point(line.get(segment).x(), to.y()));
            line.set(segment + 1, new Point(line.get(segment + 1).x(), to.y()));
        } else if (inner && isUpright(line)) {
            line.set(segment, new Point(to.x(), line.get(segment).y()));
            line.set(segment + 1, new Point(to.x(), line.get(segment + 1).y()));
        } else {
            line.add(segment + 1, to);
        }
        now = line;
        Preview preview = new Preview.Line(now);
        stage.show(stage.shown().withFeedback(List.of(preview), List.of(), Pointer.MOVE, Optional.empty()));
        return this;
    }

    @Override
    public State released(PointerEvent event) {
        if (start.point().distanceTo(event.point()) > stage.reach() / 2) {
            stage.execute(new UpdateWaypoints(edge.element(), Polyline.simplify(now)));
        }
        return new Select(stage);
    }

    @Override
    public State key(KeyStroke key) {
        return key.key().equals("Escape") ? new Select(stage) : this;
    }

    private boolean isLevel(List<Point> line) {
        return Math.abs(line.get(segment).y() - line.get(segment + 1).y()) < 1;
    }

    private boolean isUpright(List<Point> line) {
        return Math.abs(line.get(segment).x() - line.get(segment + 1).x()) < 1;
    }
}
