package dev.wavetank.core.edit;

import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.xml.XmlElement;
import dev.wavetank.core.xml.XmlLayout;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Writes another line into an edge: points that are the same at its beginning and at its end keep their
/// elements, those between are changed in place as far as they go.
final class Waypoints {
    private Waypoints() {}

    static XmlElement write(
            XmlElement edge, List<Point> points, XmlLayout layout, Function<Point, XmlElement> newWaypoint) {
        List<XmlElement> old = edge.children(Namespaces.DI, "waypoint");
        if (old.size() == points.size()) {
            Iterator<Point> next = points.iterator();
            return edge.mapChildren(
                    child -> child.name().is(Namespaces.DI, "waypoint") ? DiWriter.with(child, next.next()) : child);
        }
        int shorter = Math.min(old.size(), points.size());
        int head = 0;
        while (head < shorter && isAt(old.get(head), points.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && isAt(old.get(old.size() - 1 - tail), points.get(points.size() - 1 - tail))) {
            tail++;
        }
        XmlElement result = edge;
        Optional<XmlElement> previous = head == 0 ? Optional.empty() : Optional.of(old.get(head - 1));
        int at = head;
        for (Point point : points.subList(head, points.size() - tail)) {
            XmlElement next;
            if (at < old.size() - tail) {
                XmlElement reused = old.get(at++);
                next = DiWriter.with(reused, point);
                result = result.mapChildren(child -> child == reused ? next : child);
            } else {
                next = newWaypoint.apply(point);
                result = layout.insert(result, previous, next);
            }
            previous = Optional.of(next);
        }
        for (XmlElement left : old.subList(at, old.size() - tail)) {
            result = layout.remove(result, left);
        }
        return result;
    }

    private static boolean isAt(XmlElement waypoint, Point point) {
        return DiWriter.isAt(waypoint, point);
    }
}
