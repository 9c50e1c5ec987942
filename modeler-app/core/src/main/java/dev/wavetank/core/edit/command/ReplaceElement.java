package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.EventDefinition;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.Markup;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.rules.ReplaceRules;
import dev.wavetank.core.rules.Sizes;
import dev.wavetank.core.xml.XmlElement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes an element another one of its family: a task a user task, a start event a timer. It stays the same
/// element, with its id, name, documentation, extensions, flows and boundary events as far as the new kind may
/// have them.
public record ReplaceElement(ElementId id, NodeKind kind) implements Command {
    /// BPMN attributes that only some types have, and which.
    private static final Map<String, List<BpmnType>> OWN = Map.ofEntries(
            Map.entry(
                    "implementation",
                    List.of(
                            BpmnType.SERVICE_TASK,
                            BpmnType.SEND_TASK,
                            BpmnType.RECEIVE_TASK,
                            BpmnType.USER_TASK,
                            BpmnType.BUSINESS_RULE_TASK)),
            Map.entry("operationRef", List.of(BpmnType.SERVICE_TASK, BpmnType.SEND_TASK, BpmnType.RECEIVE_TASK)),
            Map.entry("messageRef", List.of(BpmnType.SEND_TASK, BpmnType.RECEIVE_TASK)),
            Map.entry("scriptFormat", List.of(BpmnType.SCRIPT_TASK)),
            Map.entry("calledElement", List.of(BpmnType.CALL_ACTIVITY)),
            Map.entry("instantiate", List.of(BpmnType.RECEIVE_TASK, BpmnType.EVENT_BASED_GATEWAY)),
            Map.entry("eventGatewayType", List.of(BpmnType.EVENT_BASED_GATEWAY)),
            Map.entry("triggeredByEvent", List.of(BpmnType.SUB_PROCESS)),
            Map.entry("method", List.of(BpmnType.TRANSACTION)),
            Map.entry("ordering", List.of(BpmnType.AD_HOC_SUB_PROCESS)),
            Map.entry("cancelRemainingInstances", List.of(BpmnType.AD_HOC_SUB_PROCESS)),
            Map.entry("isInterrupting", List.of(BpmnType.START_EVENT)),
            Map.entry("cancelActivity", List.of(BpmnType.BOUNDARY_EVENT)),
            Map.entry(
                    "parallelMultiple",
                    List.of(BpmnType.START_EVENT, BpmnType.INTERMEDIATE_CATCH_EVENT, BpmnType.BOUNDARY_EVENT)));

    @Override
    public void apply(Transaction transaction) {
        Diagram diagram = transaction.diagram();
        if (!new ReplaceRules(diagram).canReplace(id, kind.type(), kind.event()).isAllowed()) {
            return;
        }
        BpmnElement old = diagram.element(id).orElseThrow();
        Optional<Shape> shape = diagram.shape(id);
        clear(transaction, diagram, old);
        transaction.edit(id, this::retyped);
        if (old.type().isEvent()) {
            define(transaction, old);
        }
        shape.ifPresent(drawn -> redraw(transaction, old, drawn));
    }

    /// Takes out what the new kind cannot hold: a sub-process's content, a script, boundary events of an event
    /// sub-process.
    private void clear(Transaction transaction, Diagram diagram, BpmnElement old) {
        if (old.type().isSubProcess() && !kind.type().isSubProcess()) {
            diagram.children(id).stream()
                    .filter(child -> child.type() != BpmnType.IO_SPECIFICATION
                            && child.type() != BpmnType.PROPERTY
                            && !child.type().isDataAssociation())
                    .forEach(child -> transaction.remove(child.xml()));
        }
        if (kind.type() != BpmnType.SCRIPT_TASK) {
            old.xml().children(Namespaces.BPMN, "script").forEach(script -> transaction.remove(old.xml(), script));
        }
        boolean eventSubProcess = "true".equals(kind.attributes().get("triggeredByEvent"));
        for (ElementId event : diagram.attachers(id)) {
            boolean cancel = diagram.element(event)
                    .filter(known -> known.hasEventDefinition(EventDefinition.Kind.CANCEL))
                    .isPresent();
            if (eventSubProcess || cancel && kind.type() != BpmnType.TRANSACTION) {
                transaction.remove(event);
            }
        }
    }

    private XmlElement retyped(XmlElement xml) {
        XmlElement now = xml.withName(xml.name().sibling(kind.type().localName()));
        for (var own : OWN.entrySet()) {
            if (!own.getValue().contains(kind.type())) {
                now = now.withoutAttribute("", own.getKey());
            }
        }
        if (!mayHaveDefault(kind.type())) {
            now = now.withoutAttribute("", "default");
        }
        if (!kind.attributes().containsKey("triggeredByEvent")) {
            now = now.withoutAttribute("", "triggeredByEvent");
        }
        for (var attribute : kind.attributes().entrySet()) {
            now = now.withAttribute(attribute.getKey(), attribute.getValue());
        }
        return now;
    }

    private static boolean mayHaveDefault(BpmnType type) {
        return type.isActivity()
                || type == BpmnType.EXCLUSIVE_GATEWAY
                || type == BpmnType.INCLUSIVE_GATEWAY
                || type == BpmnType.COMPLEX_GATEWAY;
    }

    /// The one definition that is asked for; the old one stays if it is of that kind.
    private void define(Transaction transaction, BpmnElement old) {
        boolean kept = false;
        for (EventDefinition definition : old.eventDefinitions()) {
            if (!kept && kind.event().equals(Optional.of(definition.kind()))) {
                kept = true;
            } else {
                transaction.remove(old.xml(), definition.xml());
            }
        }
        if (!kept && kind.event().isPresent()) {
            ElementId definition = transaction.newId("EventDefinition");
            transaction.insert(
                    old.xml(),
                    Markup.of(old.xml().name().sibling(kind.event().get().localName()))
                            .with("id", definition.value()));
        }
    }

    /// Around the old centre, in the new kind's size where that differs. Sub-processes stay open or closed.
    private void redraw(Transaction transaction, BpmnElement old, Shape shape) {
        boolean wasOpen = old.type().isSubProcess() && shape.expanded();
        boolean open = kind.type().isSubProcess() && (old.type().isSubProcess() ? wasOpen : kind.expanded());
        if (open != wasOpen) {
            Bounds size = Sizes.initial(kind.type(), open, shape.bounds().center());
            transaction.setBounds(shape, size);
        }
        transaction.edit(shape.xml(), xml -> {
            XmlElement now = kind.type().isSubProcess()
                    ? xml.withAttribute("isExpanded", Boolean.toString(open))
                    : xml.withoutAttribute("", "isExpanded");
            return kind.type() == BpmnType.EXCLUSIVE_GATEWAY
                    ? now.withAttribute("isMarkerVisible", "true")
                    : now.withoutAttribute("", "isMarkerVisible");
        });
    }
}
