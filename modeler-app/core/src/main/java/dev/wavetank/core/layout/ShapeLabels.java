package dev.wavetank.core.layout;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Moves the names of events and gateways out of the way of flows, once those have been routed: each tries its
/// usual place first, then the other side, then the corners.
final class ShapeLabels {
    private static final double LINE_WEIGHT = 12;

    private ShapeLabels() {}

    static void settle(Diagram diagram, Sheet sheet) {
        List<Bounds> lines = lines(sheet.edges.values());
        for (ElementId id : List.copyOf(sheet.labels.keySet())) {
            Bounds label = sheet.labels.get(id);
            Bounds shape = sheet.shapes.get(id);
            BpmnType type = diagram.element(id).map(BpmnElement::type).orElse(BpmnType.UNKNOWN);
            boolean event = type.isEvent() && type != BpmnType.BOUNDARY_EVENT;
            if (label != null && shape != null && (event || type.isGateway())) {
                sheet.labels.put(id, best(id, shape, type.isGateway(), label, sheet, lines));
            }
        }
    }

    /// Lines as thin boxes.
    static List<Bounds> lines(Collection<List<Point>> ways) {
        var lines = new ArrayList<Bounds>();
        for (List<Point> way : ways) {
            for (int i = 1; i < way.size(); i++) {
                Point a = way.get(i - 1);
                Point b = way.get(i);
                lines.add(new Bounds(
                                Math.min(a.x(), b.x()),
                                Math.min(a.y(), b.y()),
                                Math.abs(a.x() - b.x()),
                                Math.abs(a.y() - b.y()))
                        .inflate(1));
            }
        }
        return lines;
    }

    private static Bounds best(
            ElementId id, Bounds shape, boolean usuallyAbove, Bounds label, Sheet sheet, List<Bounds> lines) {
        double above = shape.y() - label.height() - Sizes.LABEL_GAP;
        double below = shape.bottom() + Sizes.LABEL_GAP;
        double middle = shape.center().x() - label.width() / 2;
        double right = shape.center().x() + 6;
        double left = shape.center().x() - label.width() - 6;
        double first = usuallyAbove ? above : below;
        double second = usuallyAbove ? below : above;
        double corner = usuallyAbove ? 14 : 0;
        double firstCorner = usuallyAbove ? first + corner : first - corner;
        double secondCorner = usuallyAbove ? second - corner : second + corner;
        double[][] places = {
            {middle, first},
            {left, firstCorner},
            {right, firstCorner},
            {middle, second},
            {left, secondCorner},
            {right, secondCorner}
        };
        Bounds best = label;
        double bestCost = Double.POSITIVE_INFINITY;
        for (int i = 0; i < places.length; i++) {
            Bounds place = new Bounds(places[i][0], places[i][1], label.width(), label.height());
            double cost = 4 * i + LINE_WEIGHT * covered(place, lines);
            for (var other : sheet.obstacles.entrySet()) {
                cost += !other.getKey().equals(id) ? overlap(place, other.getValue()) : 0;
            }
            for (var other : sheet.labels.entrySet()) {
                cost += !other.getKey().equals(id) ? overlap(place, other.getValue()) : 0;
            }
            if (cost < bestCost) {
                bestCost = cost;
                best = place;
            }
        }
        return best;
    }

    static double covered(Bounds place, List<Bounds> lines) {
        double sum = 0;
        for (Bounds line : lines) {
            sum += overlap(place, line);
        }
        return sum;
    }

    static double overlap(Bounds a, Bounds b) {
        double width = Math.min(a.right(), b.right()) - Math.max(a.x(), b.x());
        double height = Math.min(a.bottom(), b.bottom()) - Math.max(a.y(), b.y());
        return width > 0 && height > 0 ? width * height : 0;
    }
}
