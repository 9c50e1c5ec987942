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
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.xml.Model;
import org.camunda.bpm.model.xml.type.ModelElementType;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/// Follows every reference of one document that the Camunda metamodel knows.
///
/// The library would load the document into a tree, which for a large one takes many times its size, and walk it once
/// for each type. This reads it as a stream, twice: [Ids] first, and then each element's type is asked which of its
/// attributes are references.
final class ReferenceCheck extends DefaultHandler {
    /// References that stand as text in a child element.
    private static final Set<String> TEXT_REFERENCES = Set.of("incoming", "outgoing", "flowNodeRef");
    /// Longer than any id.
    private static final int LONGEST = 10_000;

    private final Set<String> ids;
    private final Model metamodel = Bpmn.createEmptyModel().getModel();
    private final Map<String, List<String>> referenceAttributes = new HashMap<>();
    private final Map<String, Deque<String>> namespaces = new HashMap<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> unresolved = new HashSet<>();
    private final StringBuilder text = new StringBuilder();
    private String target = "";

    private record Open(
            String namespace, String localName, @Nullable String id) {
        boolean isTextReference() {
            return BpmnModelConstants.BPMN20_NS.equals(namespace) && TEXT_REFERENCES.contains(localName);
        }

        /// Shapes and edges without an element do no harm; the reader tells of them.
        boolean isDrawing() {
            return BpmnModelConstants.BPMNDI_NS.equals(namespace) && !localName.equals("BPMNPlane");
        }

        String describe() {
            return ElementWords.describe(localName, Optional.ofNullable(id));
        }
    }

    /// The ids of all elements of a document.
    static final class Ids extends DefaultHandler {
        final Set<String> all = new HashSet<>();

        @Override
        public void startElement(String namespace, String localName, String name, Attributes attributes) {
            String id = attributes.getValue("", "id");
            if (id != null) {
                all.add(id);
            }
        }
    }

    /// @param ids those of all elements of the document
    ReferenceCheck(Set<String> ids) {
        this.ids = ids;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /// The ids that something refers to and that do not exist.
    Set<String> unresolved() {
        return Set.copyOf(unresolved);
    }

    @Override
    public void startPrefixMapping(String prefix, String namespace) {
        namespaces.computeIfAbsent(prefix, _ -> new ArrayDeque<>()).push(namespace);
    }

    @Override
    public void endPrefixMapping(String prefix) {
        namespaces.getOrDefault(prefix, new ArrayDeque<>()).poll();
    }

    @Override
    public void startElement(String namespace, String localName, String name, Attributes attributes) {
        if (open.isEmpty()) {
            target = Optional.ofNullable(attributes.getValue("", "targetNamespace"))
                    .orElse("");
        }
        var element = new Open(namespace, localName, attributes.getValue("", "id"));
        open.push(element);
        text.setLength(0);
        if (element.isTextReference() || element.isDrawing()) {
            return;
        }
        for (String attribute :
                referenceAttributes.computeIfAbsent(namespace + ' ' + localName, _ -> referenceAttributes(element))) {
            String value = attributes.getValue("", attribute);
            if (value != null && !value.isEmpty()) {
                follow(element, attribute, value);
            }
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (!open.isEmpty() && open.getFirst().isTextReference() && text.length() < LONGEST) {
            text.append(characters, start, length);
        }
    }

    @Override
    public void endElement(String namespace, String localName, String name) {
        Open done = open.pop();
        if (done.isTextReference() && !open.isEmpty()) {
            follow(open.getFirst(), localName, text.toString().strip());
        }
    }

    private void follow(Open element, String through, String value) {
        String id = value.substring(value.indexOf(':') + 1);
        if (ids.contains(id) || leadsOutside(value)) {
            return;
        }
        unresolved.add(id);
        String what = value.isBlank()
                ? "has an empty reference in '%s'. Remove it, or name the element that is meant.".formatted(through)
                : "refers to '%s' in '%s', but no element of this document has that id.".formatted(id, through);
        findings.add(new Finding(
                Violation.DANGLING_REFERENCE, Severity.ERROR, nearestId(), element.describe() + " " + what));
    }

    /// A qualified name whose prefix stands for another namespace than the document's own points into an
    /// imported file.
    private boolean leadsOutside(String value) {
        int colon = value.indexOf(':');
        if (colon <= 0) {
            return false;
        }
        Deque<String> bound = namespaces.get(value.substring(0, colon));
        return bound == null || !target.equals(bound.peek());
    }

    private List<String> referenceAttributes(Open element) {
        List<String> attributes = new ArrayList<>();
        ModelElementType type = type(element.namespace(), element.localName());
        for (ModelElementType each = type; each != null; each = each.getBaseType()) {
            each.getAttributes().stream()
                    .filter(attribute -> !attribute.getOutgoingReferences().isEmpty())
                    .forEach(attribute -> attributes.add(attribute.getAttributeName()));
        }
        return List.copyOf(attributes);
    }

    /// Some namespaces have older names.
    private @Nullable ModelElementType type(String namespace, String localName) {
        ModelElementType type = metamodel.getTypeForName(namespace, localName);
        String actual = type == null ? metamodel.getActualNamespace(namespace) : null;
        return actual == null ? type : metamodel.getTypeForName(actual, localName);
    }

    private Optional<ElementId> nearestId() {
        return open.stream()
                .map(Open::id)
                .filter(id -> id != null && !id.isBlank())
                .findFirst()
                .map(ElementId::new);
    }
}
