package dev.wavetank.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.bpmn.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Compares a diagram that was kept up to date through edits with one that was read anew: the index must say
/// the same.
final class SameDiagram {
    private SameDiagram() {}

    static void check(Diagram kept, Diagram read) {
        assertThat(describe(kept)).isEqualTo(describe(read));
    }

    private static List<String> describe(Diagram diagram) {
        List<String> lines = new ArrayList<>();
        for (BpmnElement element : diagram.elements()) {
            ElementId id = element.id();
            lines.add(name(id) + " " + element.type() + " " + element.name() + " in "
                    + element.parent().map(SameDiagram::name) + " <- " + names(diagram.incoming(id)) + " -> "
                    + names(diagram.outgoing(id)) + " @ " + names(diagram.attachers(id)) + " attributes "
                    + element.xml().attributes() + " named by " + names(diagram.mentions(id)) + " reads "
                    + diagram.label(id));
            diagram.shapes(id).forEach(shape -> lines.add(describe(shape)));
            diagram.edges(id).forEach(edge -> lines.add(describe(edge)));
        }
        lines.add("lanes " + names(diagram.lanes().stream().map(BpmnElement::id).toList()));
        for (Plane plane : diagram.planes()) {
            lines.add("plane " + plane.id() + " " + plane.element().map(SameDiagram::name));
            plane.shapes().forEach(shape -> lines.add(describe(shape)));
            plane.edges().forEach(edge -> lines.add(describe(edge)));
        }
        return lines;
    }

    private static String describe(Shape shape) {
        return "shape " + shape.id() + " " + name(shape.element()) + " " + shape.bounds() + " " + shape.labelBounds()
                + shape.expanded() + shape.fill();
    }

    private static String describe(Edge edge) {
        return "edge " + edge.id() + " " + name(edge.element()) + " " + edge.waypoints() + " " + edge.labelBounds();
    }

    private static String names(List<ElementId> ids) {
        return ids.stream()
                .map(SameDiagram::name)
                .collect(Collectors.toCollection(TreeSet::new))
                .toString();
    }

    /// Synthetic ids count positions, which differ after an edit.
    private static String name(ElementId id) {
        return id.isSynthetic() ? id.value().replaceAll("\\d+$", "") : id.value();
    }
}
