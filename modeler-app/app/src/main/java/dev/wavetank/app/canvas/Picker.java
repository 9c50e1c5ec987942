package dev.wavetank.app.canvas;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.paint.Glyph;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Finds what lies under the pointer, the frontmost first. Lines are as easy to hit as shapes: they count as 15 pixels
/// wide at every zoom.
final class Picker {
    private static final double LINE_REACH = 7.5;
    private static final double BORDER_REACH = 8;

    private final CanvasModel model;

    Picker(CanvasModel model) {
        this.model = model;
    }

    Optional<Glyph> at(Point point) {
        return at(point, _ -> true);
    }

    /// @param eligible elements that may be found
    Optional<Glyph> at(Point point, Predicate<ElementId> eligible) {
        double reach = LINE_REACH / model.viewport().scale();
        var around = new Bounds(point.x(), point.y(), 0, 0).inflate(reach);
        BitSet near = model.scene().in(around);
        List<Glyph> glyphs = model.scene().glyphs();
        for (int i = near.previousSetBit(glyphs.size()); i >= 0; i = near.previousSetBit(i - 1)) {
            Glyph glyph = glyphs.get(i);
            if (eligible.test(glyph.element()) && hit(glyph, point, reach)) {
                return Optional.of(glyph);
            }
        }
        return Optional.empty();
    }

    private boolean hit(Glyph glyph, Point point, double reach) {
        return switch (glyph.role()) {
            case LABEL -> glyph.bounds().contains(point);
            case SHAPE ->
                glyph.bounds().contains(point) && (!isHollow(glyph.element()) || nearBorder(glyph.bounds(), point));
            case EDGE -> distance(model.waypoints(glyph.element()), point) <= reach;
        };
    }

    /// A group is a frame around other things; only the frame can be grabbed.
    private boolean isHollow(ElementId id) {
        return model.session()
                .diagram()
                .element(id)
                .map(BpmnElement::type)
                .filter(BpmnType.GROUP::equals)
                .isPresent();
    }

    private static boolean nearBorder(Bounds bounds, Point point) {
        return !bounds.inflate(-BORDER_REACH).contains(point);
    }

    /// What something could be dropped on: the frontmost shape or flow that is not itself being moved.
    Optional<ElementId> target(Point point, Predicate<ElementId> moving) {
        Diagram diagram = model.session().diagram();
        return at(point, id -> !moving.test(id) && !isInside(diagram, id, moving))
                .filter(glyph -> glyph.role() != Glyph.Role.LABEL)
                .map(Glyph::element);
    }

    private static boolean isInside(Diagram diagram, ElementId id, Predicate<ElementId> moving) {
        Optional<BpmnElement> element = diagram.element(id);
        Optional<ElementId> host = element.flatMap(BpmnElement::attachedTo);
        if (host.filter(moving).isPresent()) {
            return true;
        }
        boolean line = element.filter(it -> it.type().isConnection()).isPresent();
        if (line
                && (element.flatMap(BpmnElement::source).filter(moving).isPresent()
                        || element.flatMap(BpmnElement::target).filter(moving).isPresent())) {
            return true;
        }
        Optional<ElementId> holder = element.flatMap(BpmnElement::parent);
        while (holder.isPresent()) {
            if (moving.test(holder.get())) {
                return true;
            }
            holder = holder.flatMap(diagram::element).flatMap(BpmnElement::parent);
        }
        return false;
    }

    static double distance(List<Point> line, Point point) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 1; i < line.size(); i++) {
            best = Math.min(best, distance(line.get(i - 1), line.get(i), point));
        }
        return best;
    }

    static double distance(Point from, Point to, Point point) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double length = dx * dx + dy * dy;
        double along = length == 0
                ? 0
                : Math.clamp(((point.x() - from.x()) * dx + (point.y() - from.y()) * dy) / length, 0, 1);
        return point.distanceTo(new Point(from.x() + along * dx, from.y() + along * dy));
    }
}
