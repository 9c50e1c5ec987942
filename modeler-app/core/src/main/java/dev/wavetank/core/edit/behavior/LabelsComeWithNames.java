package dev.wavetank.core.edit.behavior;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Behavior;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.geometry.Polyline;
import dev.wavetank.core.rules.Sizes;
import dev.wavetank.core.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/// What carries its name beside it gets a place for it with its first name, which other programs need to show
/// it where this one does, and loses that place with its last.
public final class LabelsComeWithNames implements Behavior {
    private static final double GAP = 7;
    private static final double CHARACTER = 6;

    @Override
    public void complete(Transaction transaction) {
        ChangeSet changes = transaction.changes();
        if (changes.isDrawingOnly()) {
            return;
        }
        Diagram now = changes.after();
        for (ElementId id : changes.touched()) {
            Optional<BpmnElement> element =
                    now.element(id).filter(known -> known.type().hasExternalLabel() && known.type() != BpmnType.GROUP);
            String before = name(changes.before(), id);
            String after = name(now, id);
            if (element.isPresent() && before.isEmpty() != after.isEmpty()) {
                now.shape(id).ifPresent(shape -> label(transaction, shape.xml(), after, below(shape, after)));
                now.edge(id)
                        .filter(edge -> edge.waypoints().size() > 1)
                        .ifPresent(edge -> label(transaction, edge.xml(), after, beside(edge, after)));
            }
        }
    }

    private static String name(Diagram diagram, ElementId id) {
        return diagram.element(id).flatMap(BpmnElement::name).orElse("").strip();
    }

    private static void label(Transaction transaction, XmlElement drawing, String name, Bounds bounds) {
        Optional<XmlElement> label = drawing.child(Namespaces.BPMNDI, "BPMNLabel");
        if (name.isEmpty()) {
            label.ifPresent(known -> transaction.remove(drawing, known));
        } else if (label.flatMap(known -> known.child(Namespaces.DC, "Bounds")).isEmpty()) {
            transaction.setLabelBounds(drawing, bounds);
        }
    }

    private static Bounds below(Shape shape, String name) {
        Bounds size = size(name);
        Bounds box = shape.bounds();
        return size.translate(Math.round(box.center().x() - size.width() / 2), box.bottom() + GAP);
    }

    /// Above a level line, to the right of an upright one, at the middle of its longest part.
    private static Bounds beside(Edge edge, String name) {
        Point from = edge.waypoints().getFirst();
        Point to = edge.waypoints().get(1);
        for (int i = 1; i + 1 < edge.waypoints().size(); i++) {
            Point next = edge.waypoints().get(i);
            Point further = edge.waypoints().get(i + 1);
            if (next.distanceTo(further) > from.distanceTo(to)) {
                from = next;
                to = further;
            }
        }
        Point middle = Polyline.middle(List.of(from, to));
        Bounds size = size(name);
        boolean level = Math.abs(from.y() - to.y()) <= Math.abs(from.x() - to.x());
        return level
                ? size.translate(Math.round(middle.x() - size.width() / 2), middle.y() - size.height() - 3)
                : size.translate(middle.x() + 5, Math.round(middle.y() - size.height() / 2));
    }

    /// About what the text takes, in lines as wide as labels are.
    private static Bounds size(String name) {
        double width = name.length() * CHARACTER + 2;
        double lines = Math.ceil(width / Sizes.LABEL_WIDTH);
        return new Bounds(0, 0, Math.min(width, Sizes.LABEL_WIDTH), lines * Sizes.LABEL_HEIGHT);
    }
}
