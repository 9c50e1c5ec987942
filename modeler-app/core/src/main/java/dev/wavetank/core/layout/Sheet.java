package dev.wavetank.core.layout;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// Bounds and waypoints being collected, in drawing order. A sheet can be pasted onto another one.
final class Sheet {
    final Map<ElementId, Bounds> shapes = new LinkedHashMap<>();
    final Map<ElementId, List<Point>> edges = new LinkedHashMap<>();
    final Map<ElementId, Bounds> labels = new LinkedHashMap<>();
    /// What edges must go around: all shapes but those that only contain others.
    final Map<ElementId, Bounds> obstacles = new LinkedHashMap<>();

    void solid(ElementId id, Bounds bounds) {
        shapes.put(id, bounds);
        obstacles.put(id, bounds);
    }

    void paste(Sheet other, double dx, double dy) {
        other.shapes.forEach((id, bounds) -> shapes.put(id, bounds.translate(dx, dy)));
        other.obstacles.forEach((id, bounds) -> obstacles.put(id, bounds.translate(dx, dy)));
        other.labels.forEach((id, bounds) -> labels.put(id, bounds.translate(dx, dy)));
        other.edges.forEach((id, points) -> edges.put(
                id, points.stream().map(point -> point.translate(dx, dy)).toList()));
    }

    boolean isEmpty() {
        return shapes.isEmpty();
    }

    /// What everything covers, labels and waypoints included.
    Bounds bounds() {
        var all = new ArrayList<Bounds>(shapes.values());
        all.addAll(labels.values());
        BiConsumer<ElementId, List<Point>> addPoints =
                (id, points) -> points.forEach(point -> all.add(new Bounds(point.x(), point.y(), 0, 0)));
        edges.forEach(addPoints);
        return all.stream().reduce(Bounds::union).orElse(new Bounds(0, 0, 0, 0));
    }
}
