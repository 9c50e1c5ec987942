package dev.wavetank.app.canvas;

import dev.wavetank.app.canvas.PreviewLayer.Preview;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.UpdateWaypoints;
import dev.wavetank.core.geometry.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Drags a bend of a connection, or makes one where its line is grabbed.
final class BendGesture implements Gesture {
    private static final double GRAB = 10;

    private final CanvasModel model;
    private final ElementId id;
    private final List<Point> line;
    private final int index;
    private final Previews previews;

    BendGesture(CanvasModel model, ElementId id, Point grabbed) {
        this.model = model;
        this.id = id;
        this.line = new ArrayList<>(model.waypoints(id));
        this.index = bend(grabbed, GRAB / model.viewport().scale());
        this.previews = new Previews(model);
    }

    /// The bend that was grabbed; a new one if none is near. The two ends belong to the shapes.
    private int bend(Point grabbed, double reach) {
        for (int i = 1; i < line.size() - 1; i++) {
            if (line.get(i).distanceTo(grabbed) <= reach) {
                return i;
            }
        }
        int after = 1;
        for (int i = 1; i < line.size(); i++) {
            if (Picker.distance(line.get(i - 1), line.get(i), grabbed)
                    < Picker.distance(line.get(after - 1), line.get(after), grabbed)) {
                after = i;
            }
        }
        line.add(Math.min(after, line.size()), grabbed);
        return Math.min(after, line.size() - 1);
    }

    @Override
    public Preview drag(Point at, boolean free) {
        return previews.of(command(at, free), List.of(), Optional.empty());
    }

    @Override
    public void drop(Point at, boolean free) {
        model.session().execute(command(at, free));
    }

    private UpdateWaypoints command(Point at, boolean free) {
        List<Point> bent = new ArrayList<>(line);
        bent.set(index, free ? at : straightened(at));
        return new UpdateWaypoints(id, bent);
    }

    /// Near the height or column of a neighbour, the bend goes exactly there.
    private Point straightened(Point at) {
        double reach = GRAB / model.viewport().scale();
        double x = Math.round(at.x());
        double y = Math.round(at.y());
        for (int neighbour : new int[] {index - 1, index + 1}) {
            if (neighbour >= 0 && neighbour < line.size()) {
                Point other = line.get(neighbour);
                x = Math.abs(other.x() - at.x()) < reach ? other.x() : x;
                y = Math.abs(other.y() - at.y()) < reach ? other.y() : y;
            }
        }
        return new Point(x, y);
    }
}
