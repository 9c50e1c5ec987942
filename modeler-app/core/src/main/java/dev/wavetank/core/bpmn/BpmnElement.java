package dev.wavetank.core.bpmn;

import dev.wavetank.core.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One BPMN element as the file has it, seen by its type. Everything it says is read from `xml`; nothing is
/// stored twice.
///
/// @param parent the element that holds it in the file; empty for `definitions`
public record BpmnElement(
        ElementId id, BpmnType type, Optional<String> name, Optional<ElementId> parent, XmlElement xml) {

    /// How an activity repeats, as its marker shows.
    public enum Loop {
        NONE,
        STANDARD,
        PARALLEL,
        SEQUENTIAL
    }

    /// A BPMN attribute, written without prefix.
    public Optional<String> attribute(String local) {
        return xml.attribute(local);
    }

    /// An extension attribute, such as `flowable:assignee`.
    public Optional<String> attribute(String namespace, String local) {
        return xml.attribute(namespace, local);
    }

    /// A BPMN child that is part of this element, such as `conditionExpression`.
    public Optional<XmlElement> detail(String local) {
        return xml.child(Namespaces.BPMN, local);
    }

    /// The text of every `documentation`, joined by blank lines; empty without.
    public String documentation() {
        return String.join("\n\n", texts("documentation"));
    }

    /// What stands in `extensionElements`, in order.
    public List<XmlElement> extensions() {
        return detail("extensionElements").map(XmlElement::children).orElse(List.of());
    }

    /// Several make a multiple event; none a blank one. A reference to a definition elsewhere in the file is
    /// not followed.
    public List<EventDefinition> eventDefinitions() {
        List<EventDefinition> definitions = new ArrayList<>();
        for (XmlElement child : xml.children()) {
            EventDefinition.of(child).ifPresent(definitions::add);
        }
        return definitions;
    }

    public boolean hasEventDefinition(EventDefinition.Kind kind) {
        return eventDefinitions().stream().anyMatch(definition -> definition.kind() == kind);
    }

    public Loop loop() {
        if (detail("standardLoopCharacteristics").isPresent()) {
            return Loop.STANDARD;
        }
        return detail("multiInstanceLoopCharacteristics")
                .map(multi -> flag(multi, "isSequential", false) ? Loop.SEQUENTIAL : Loop.PARALLEL)
                .orElse(Loop.NONE);
    }

    /// Where a connection begins. Of a data output association, that is the activity or event it belongs to.
    public Optional<ElementId> source() {
        return switch (type) {
            case DATA_OUTPUT_ASSOCIATION -> parent;
            case DATA_INPUT_ASSOCIATION ->
                texts("sourceRef").stream().findFirst().map(ElementId::reference);
            default -> reference("sourceRef");
        };
    }

    /// Where a connection ends. Of a data input association, that is the activity or event it belongs to.
    public Optional<ElementId> target() {
        return switch (type) {
            case DATA_INPUT_ASSOCIATION -> parent;
            case DATA_OUTPUT_ASSOCIATION ->
                texts("targetRef").stream().findFirst().map(ElementId::reference);
            default -> reference("targetRef");
        };
    }

    /// An attribute that names another element; absent and empty are the same.
    public Optional<ElementId> reference(String attribute) {
        return xml.attribute(attribute).filter(value -> !value.isBlank()).map(ElementId::reference);
    }

    /// Child elements that each name another element by their text, such as `flowNodeRef` or `incoming`.
    public List<ElementId> references(String local) {
        return texts(local).stream().map(ElementId::reference).toList();
    }

    /// The host of a boundary event.
    public Optional<ElementId> attachedTo() {
        return reference("attachedToRef");
    }

    /// The process a participant stands for.
    public Optional<ElementId> process() {
        return reference("processRef");
    }

    /// The flow that is taken when no condition holds.
    public Optional<ElementId> defaultFlow() {
        return reference("default");
    }

    public Optional<XmlElement> conditionExpression() {
        return detail("conditionExpression");
    }

    public boolean isForCompensation() {
        return flag(xml, "isForCompensation", false);
    }

    /// True for an event sub-process.
    public boolean isTriggeredByEvent() {
        return flag(xml, "triggeredByEvent", false);
    }

    /// Whether a start or boundary event stops what runs: solid line if so, dashed if not.
    public boolean isInterrupting() {
        return flag(xml, type == BpmnType.BOUNDARY_EVENT ? "cancelActivity" : "isInterrupting", true);
    }

    /// True for an event that needs all of its triggers (the cross), false for any of them (the pentagon).
    public boolean isParallelMultiple() {
        return flag(xml, "parallelMultiple", false);
    }

    /// True for a receive task or event-based gateway that starts the process.
    public boolean isInstantiating() {
        return flag(xml, "instantiate", false);
    }

    public boolean isCollection() {
        return flag(xml, "isCollection", false);
    }

    /// True for an event-based gateway that waits for all its events.
    public boolean isParallelEventGateway() {
        return attribute("eventGatewayType").filter("Parallel"::equals).isPresent();
    }

    /// The multiplicity marker of a participant.
    public boolean isMultiple() {
        return detail("participantMultiplicity").isPresent();
    }

    /// The name in the square brackets below a data object.
    public Optional<String> dataState() {
        return detail("dataState").flatMap(state -> state.attribute("name"));
    }

    /// An association's direction: `None`, `One` or `Both`.
    public String associationDirection() {
        return attribute("associationDirection").orElse("None");
    }

    private List<String> texts(String local) {
        return xml.children(Namespaces.BPMN, local).stream()
                .map(child -> child.text().strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static boolean flag(XmlElement element, String attribute, boolean otherwise) {
        return element.attribute(attribute)
                .map(value -> value.strip().equals("true") || value.strip().equals("1"))
                .orElse(otherwise);
    }
}
