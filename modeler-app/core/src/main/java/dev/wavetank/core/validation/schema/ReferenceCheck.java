package dev.wavetank.core.validation.schema;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.validation.ElementWords;
import dev.wavetank.core.validation.Finding;
import dev.wavetank.core.validation.Severity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.impl.BpmnModelInstanceImpl;
import org.camunda.bpm.model.xml.impl.util.ModelUtil;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.camunda.bpm.model.xml.type.ModelElementType;
import org.camunda.bpm.model.xml.type.attribute.Attribute;

/// Follows every reference of one document that the Camunda metamodel knows.
///
/// The library's typed queries walk the whole document for each type, which is quadratic; this walks the tree
/// once and asks each element's type for its reference attributes.
final class ReferenceCheck {
    /// References that stand as text in a child element.
    private static final Set<String> TEXT_REFERENCES = Set.of("incoming", "outgoing", "flowNodeRef");

    private final BpmnModelInstanceImpl model;
    private final Map<ModelElementType, List<Attribute<?>>> referenceAttributes = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> unresolved = new HashSet<>();

    ReferenceCheck(BpmnModelInstanceImpl model) {
        this.model = model;
        walk();
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /// The ids that something refers to and that do not exist.
    Set<String> unresolved() {
        return Set.copyOf(unresolved);
    }

    private void walk() {
        Deque<DomElement> open = new ArrayDeque<>();
        open.push(model.getDocument().getRootElement());
        while (!open.isEmpty()) {
            DomElement element = open.pop();
            check(element);
            element.getChildElements().reversed().forEach(open::push);
        }
    }

    private void check(DomElement element) {
        if (isBpmn(element) && TEXT_REFERENCES.contains(element.getLocalName())) {
            follow(
                    element.getParentElement(),
                    element.getLocalName(),
                    element.getTextContent().strip());
            return;
        }
        ModelElementInstance instance = ModelUtil.getModelElement(element, model);
        for (Attribute<?> attribute :
                referenceAttributes.computeIfAbsent(instance.getElementType(), ReferenceCheck::referenceAttributes)) {
            String value = element.getAttribute(attribute.getAttributeName());
            if (value != null && !isDrawing(element)) {
                follow(element, attribute.getAttributeName(), value);
            }
        }
    }

    private void follow(DomElement element, String through, String value) {
        String id = value.substring(value.indexOf(':') + 1);
        if (model.getDocument().getElementById(id) != null || leadsOutside(element, value)) {
            return;
        }
        unresolved.add(id);
        String what = value.isBlank()
                ? "has an empty reference in '%s'. Remove it, or name the element that is meant.".formatted(through)
                : "refers to '%s' in '%s', but no element of this document has that id.".formatted(id, through);
        findings.add(new Finding(
                Violation.DANGLING_REFERENCE, Severity.ERROR, nearestId(element), describe(element) + " " + what));
    }

    /// A qualified name whose prefix stands for another namespace than the document's own points into an
    /// imported file.
    private boolean leadsOutside(DomElement element, String value) {
        int colon = value.indexOf(':');
        if (colon <= 0) {
            return false;
        }
        DomElement root = model.getDocument().getRootElement();
        String own = root.getAttribute("targetNamespace");
        String prefix = own == null ? null : element.lookupPrefix(own);
        return !value.substring(0, colon).equals(prefix);
    }

    private static List<Attribute<?>> referenceAttributes(ModelElementType type) {
        List<Attribute<?>> attributes = new ArrayList<>();
        for (ModelElementType each = type; each != null; each = each.getBaseType()) {
            each.getAttributes().stream()
                    .filter(attribute -> !attribute.getOutgoingReferences().isEmpty())
                    .forEach(attributes::add);
        }
        return List.copyOf(attributes);
    }

    private static String describe(DomElement element) {
        return ElementWords.describe(element.getLocalName(), Optional.ofNullable(element.getAttribute("id")));
    }

    private static Optional<ElementId> nearestId(DomElement element) {
        for (DomElement each = element; each != null; each = each.getParentElement()) {
            String id = each.getAttribute("id");
            if (id != null && !id.isBlank()) {
                return Optional.of(new ElementId(id));
            }
        }
        return Optional.empty();
    }

    /// Shapes and edges without an element do no harm; the reader tells of them.
    private static boolean isDrawing(DomElement element) {
        return BpmnModelConstants.BPMNDI_NS.equals(element.getNamespaceURI())
                && !element.getLocalName().equals("BPMNPlane");
    }

    private static boolean isBpmn(DomElement element) {
        return BpmnModelConstants.BPMN20_NS.equals(element.getNamespaceURI());
    }
}
