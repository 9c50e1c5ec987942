package dev.wavetank.app.document;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One element in which two versions of a diagram differ.
///
/// @param name its label, or its id where it has none
/// @param type its name in BPMN
public record Difference(Kind kind, ElementId element, String name, String type) {
    /// What became of it from the one version to the other.
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        MOVED
    }

    /// What was done to `before` to make `after`, in the order of the files.
    public static List<Difference> between(Diagram before, Diagram after) {
        List<Difference> differences = new ArrayList<>();
        for (BpmnElement element : before.elements()) {
            Optional<BpmnElement> now = after.element(element.id());
            if (element.id().isSynthetic()) {
                continue;
            }
            if (now.isEmpty()) {
                differences.add(of(Kind.REMOVED, element, before));
            } else if (!meaning(element).equals(meaning(now.get()))) {
                differences.add(of(Kind.CHANGED, now.get(), after));
            } else if (!drawing(before, element.id()).equals(drawing(after, element.id()))) {
                differences.add(of(Kind.MOVED, now.get(), after));
            }
        }
        for (BpmnElement element : after.elements()) {
            if (!element.id().isSynthetic() && before.element(element.id()).isEmpty()) {
                differences.add(of(Kind.ADDED, element, after));
            }
        }
        return differences;
    }

    private static Difference of(Kind kind, BpmnElement element, Diagram diagram) {
        String name = diagram.label(element.id())
                .filter(label -> !label.isBlank())
                .orElse(element.id().value());
        return new Difference(kind, element.id(), name, element.type().localName());
    }

    /// What an element says, without the elements it holds and without blanks.
    private static List<Object> meaning(BpmnElement element) {
        List<Object> parts = new ArrayList<>();
        parts.add(element.xml().name());
        parts.add(element.parent());
        parts.addAll(element.xml().attributes());
        parts.add(element.xml().text().strip());
        for (XmlElement child : element.xml().children()) {
            if (child.attribute("id").isEmpty()) {
                parts.add(child.toString().replaceAll("\\s+", " "));
            }
        }
        return parts;
    }

    private static List<Object> drawing(Diagram diagram, ElementId id) {
        List<Object> parts = new ArrayList<>();
        for (Shape shape : diagram.shapes(id)) {
            parts.add(List.of(shape.bounds(), shape.labelBounds()));
        }
        for (Edge edge : diagram.edges(id)) {
            parts.add(List.of(edge.waypoints(), edge.labelBounds()));
        }
        return parts;
    }
}
