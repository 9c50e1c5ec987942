package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.rules.IdRules;
import dev.wavetank.core.xml.XmlAttribute;
import dev.wavetank.core.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Gives an element another id. Every reference to it follows: those of flows, lanes, events and call activities,
/// and its drawing.
public record ChangeId(ElementId element, String id) implements Command {
    private static final Set<String> REFERENCES = Set.of("default", "bpmnElement", "calledElement");
    private static final Set<String> REFERENCE_CHILDREN = Set.of("incoming", "outgoing");
    private static final String DRAWING = "_di";

    @Override
    public void apply(Transaction transaction) {
        Diagram diagram = transaction.diagram();
        if (element.value().equals(id)
                || !new IdRules(diagram).canChange(element, id).isAllowed()) {
            return;
        }
        if (!element.isSynthetic()) { // nothing can refer to what had no id
            referring(diagram).forEach(xml -> transaction.edit(xml, known -> rewritten(diagram, known)));
            drawings(diagram, element.value() + DRAWING).forEach(xml -> {
                if (new IdRules(diagram).canChange(element, id + DRAWING).isAllowed()) {
                    transaction.edit(xml, known -> known.withAttribute("id", id + DRAWING));
                }
            });
        }
        transaction.setAttribute(element, "id", id);
    }

    /// To the behaviours it would look as if one element had gone and another had come.
    @Override
    public boolean hasConsequences() {
        return false;
    }

    /// Everything indexed: elements, planes, shapes and edges.
    private static List<XmlElement> referring(Diagram diagram) {
        List<XmlElement> all = new ArrayList<>();
        diagram.elements().stream().map(BpmnElement::xml).forEach(all::add);
        for (Plane plane : diagram.planes()) {
            all.add(plane.xml());
            plane.shapes().stream().map(Shape::xml).forEach(all::add);
            plane.edges().stream().map(Edge::xml).forEach(all::add);
        }
        return all;
    }

    private List<XmlElement> drawings(Diagram diagram, String drawing) {
        List<XmlElement> all = new ArrayList<>();
        diagram.shapes(element).stream().map(Shape::xml).forEach(all::add);
        diagram.edges(element).stream().map(Edge::xml).forEach(all::add);
        all.removeIf(xml -> xml.attribute("id").filter(drawing::equals).isEmpty());
        return all.size() > 1 ? List.of() : all;
    }

    /// With its own references and those of its details.
    private XmlElement rewritten(Diagram diagram, XmlElement xml) {
        XmlElement now = xml;
        for (XmlAttribute attribute : xml.attributes()) {
            boolean refers = attribute.name().namespace().isEmpty()
                    && isReference(attribute.name().local());
            if (refers && isNamed(attribute.value())) {
                now = now.withAttribute(attribute.name(), renamed(attribute.value()));
            }
        }
        if (isReferenceChild(xml) && isNamed(xml.text())) {
            now = now.withText(renamed(xml.text()));
        }
        return now.mapChildren(
                child -> diagram.xml(child.key()).isPresent() || isForeign(child) ? child : rewritten(diagram, child));
    }

    private static boolean isReference(String attribute) {
        return attribute.endsWith("Ref") || REFERENCES.contains(attribute);
    }

    private static boolean isReferenceChild(XmlElement xml) {
        String local = xml.name().local();
        boolean reference = local.endsWith("Ref") || local.endsWith("Refs") || REFERENCE_CHILDREN.contains(local);
        return reference && xml.name().namespace().equals(Namespaces.BPMN);
    }

    private static boolean isForeign(XmlElement xml) {
        String namespace = xml.name().namespace();
        return !namespace.equals(Namespaces.BPMN) && !namespace.equals(Namespaces.BPMNDI);
    }

    private boolean isNamed(String written) {
        return written.substring(written.indexOf(':') + 1).strip().equals(element.value());
    }

    /// With the prefix and blanks that the file writes.
    private String renamed(String written) {
        int at = written.lastIndexOf(element.value());
        return written.substring(0, at)
                + id
                + written.substring(at + element.value().length());
    }
}
