package dev.wavetank.core.bpmn;

import dev.wavetank.core.validation.Finding;
import dev.wavetank.core.validation.Severity;
import dev.wavetank.core.xml.XmlAttribute;
import dev.wavetank.core.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Looks over a whole diagram for what a half-finished or damaged file has: each finding is something the
/// diagram still opens with.
final class ReaderFindings {
    private static final List<String> REFERENCES = List.of(
            "sourceRef", "targetRef", "attachedToRef", "default", "processRef", "dataObjectRef", "categoryValueRef");
    private static final List<String> REFERENCE_CHILDREN = List.of("incoming", "outgoing", "flowNodeRef");

    private final Diagram diagram;
    private final List<Finding> findings = new ArrayList<>();

    ReaderFindings(Diagram diagram) {
        this.diagram = diagram;
    }

    List<Finding> all() {
        unboundPrefixes();
        if (diagram.definitions().isEmpty()) {
            findings.add(Finding.of(
                    "reader/not-bpmn",
                    Severity.ERROR,
                    "The root element is '" + diagram.document().root().name().qualified()
                            + "', not the definitions of a BPMN 2.0 file."));
            return findings;
        }
        List<BpmnElement> elements = diagram.elements();
        Set<ElementId> shown = depictions();
        for (BpmnElement element : elements) {
            identity(element);
            references(element);
            ends(element);
            if (!shown.isEmpty()) {
                depiction(element, shown);
            }
        }
        if (shown.isEmpty()
                && elements.stream().anyMatch(element -> element.type().isFlowNode())) {
            findings.add(Finding.of(
                    "reader/no-diagram",
                    Severity.INFO,
                    "The file says nothing about how it is drawn; it was laid out."));
        }
        return findings;
    }

    private void identity(BpmnElement element) {
        if (!element.id().isSynthetic()) {
            return;
        }
        String written = element.attribute("id").orElse("");
        if (!written.isBlank()) {
            findings.add(Finding.of(
                    "reader/duplicate-id",
                    Severity.ERROR,
                    element.id(),
                    "The id '" + written + "' is used twice; references go to the first element that has it."));
        } else if (element.type().isFlowNode() || element.type() == BpmnType.PROCESS) {
            findings.add(
                    Finding.of("reader/missing-id", Severity.WARNING, element.id(), describe(element) + " has no id."));
        }
    }

    private void references(BpmnElement element) {
        for (String attribute : REFERENCES) {
            element.reference(attribute).ifPresent(to -> resolve(element, attribute, to));
        }
        for (String child : REFERENCE_CHILDREN) {
            element.references(child).forEach(to -> resolve(element, child, to));
        }
        for (EventDefinition definition : element.eventDefinitions()) {
            definition
                    .reference()
                    .ifPresent(to -> resolve(element, definition.kind().referenceAttribute(), to));
        }
    }

    private void resolve(BpmnElement from, String reference, ElementId to) {
        if (diagram.element(to).isEmpty() && !isImported(from, reference)) {
            findings.add(Finding.of(
                    "reader/unresolved-reference",
                    Severity.WARNING,
                    from.id(),
                    describe(from) + " refers by " + reference + " to '" + to + "', which is not in the file."));
        }
    }

    /// A qualified reference may lead into another file, if this one imports any.
    private boolean isImported(BpmnElement from, String reference) {
        return from.attribute(reference).filter(value -> value.contains(":")).isPresent()
                && diagram.document().root().child(Namespaces.BPMN, "import").isPresent();
    }

    private void ends(BpmnElement element) {
        if (!element.type().isConnection() || element.type().isDataAssociation()) {
            return;
        }
        if (element.source().isEmpty() || element.target().isEmpty()) {
            String missing =
                    element.source().isPresent() ? "target" : element.target().isPresent() ? "source" : "ends";
            findings.add(Finding.of(
                    "reader/loose-connection",
                    Severity.WARNING,
                    element.id(),
                    describe(element) + " has no " + missing + "."));
        }
    }

    private Set<ElementId> depictions() {
        Set<ElementId> shown = new HashSet<>();
        for (Plane plane : diagram.planes()) {
            plane.shapes().forEach(shape -> dangling(shape.element(), "shape", shown));
            plane.edges().forEach(edge -> dangling(edge.element(), "edge", shown));
        }
        return shown;
    }

    private void dangling(ElementId element, String what, Set<ElementId> shown) {
        shown.add(element);
        if (diagram.element(element).isEmpty()) {
            findings.add(Finding.of(
                    "reader/dangling-" + what,
                    Severity.WARNING,
                    element,
                    element.isSynthetic()
                            ? "A " + what + " of the diagram names no element."
                            : "A " + what + " of the diagram stands for '" + element + "', which is not in the file."));
        }
    }

    private void depiction(BpmnElement element, Set<ElementId> shown) {
        BpmnType type = element.type();
        boolean drawn = type.isFlowNode() || type == BpmnType.SEQUENCE_FLOW || type == BpmnType.MESSAGE_FLOW;
        if (drawn && !shown.contains(element.id())) {
            findings.add(Finding.of(
                    "reader/not-drawn",
                    Severity.INFO,
                    element.id(),
                    describe(element) + " is in the file but not on any of its diagrams."));
        }
    }

    private void unboundPrefixes() {
        Set<String> unbound = new TreeSet<>();
        collectUnbound(diagram.document().root(), unbound);
        if (!unbound.isEmpty()) {
            findings.add(Finding.of(
                    "reader/undeclared-prefix",
                    Severity.ERROR,
                    "The file uses namespace prefixes that it does not declare: " + String.join(", ", unbound) + "."));
        }
    }

    private static void collectUnbound(XmlElement element, Set<String> unbound) {
        if (!element.name().prefix().isEmpty() && element.name().namespace().isEmpty()) {
            unbound.add(element.name().prefix());
        }
        for (XmlAttribute attribute : element.attributes()) {
            if (!attribute.name().prefix().isEmpty()
                    && attribute.name().namespace().isEmpty()
                    && !attribute.isNamespaceDeclaration()) {
                unbound.add(attribute.name().prefix());
            }
        }
        element.children().forEach(child -> collectUnbound(child, unbound));
    }

    private static String describe(BpmnElement element) {
        String name = element.name()
                .filter(text -> !text.isBlank())
                .map(text -> " '" + text + "'")
                .orElse("");
        return "The " + element.type().localName() + name + " (" + element.id() + ")";
    }
}
