package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.EventDefinition;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.rules.Marker;
import dev.wavetank.core.rules.ReplaceRules;
import dev.wavetank.core.rules.Sheets;
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
            Map.entry("dataObjectRef", List.of(BpmnType.DATA_OBJECT_REFERENCE)),
            Map.entry("dataStoreRef", List.of(BpmnType.DATA_STORE_REFERENCE)),
            Map.entry("isInterrupting", List.of(BpmnType.START_EVENT)),
            Map.entry("cancelActivity", List.of(BpmnType.BOUNDARY_EVENT)),
            Map.entry(
                    "parallelMultiple",
                    List.of(BpmnType.START_EVENT, BpmnType.INTERMEDIATE_CATCH_EVENT, BpmnType.BOUNDARY_EVENT)));

    @Override
    public void apply(Transaction transaction) {
        Diagram diagram = transaction.diagram();
        if (!new ReplaceRules(diagram).canReplace(id, kind.nature()).isAllowed()) {
            return;
        }
        BpmnElement old = diagram.element(id).orElseThrow();
        if (old.type() == BpmnType.PARTICIPANT) {
            PoolReplacement.replace(transaction, old, kind);
            return;
        }
        Optional<Shape> shape = diagram.shape(id);
        clear(transaction, diagram, old);
        transaction.edit(id, this::retyped);
        EngineParts.exchange(transaction, old, kind);
        if (old.type().isEvent()) {
            define(transaction, old);
        }
        if (kind.type() == BpmnType.DATA_OBJECT_REFERENCE && old.type() != kind.type()) {
            addObject(transaction, old);
        }
        shape.ifPresent(drawn -> redraw(transaction, old, drawn));
        if (!old.type().isSubProcess()) {
            SubProcessStart.add(transaction, id);
        }
        boolean isTheSame = old.type() == kind.type() && old.isTriggeredByEvent() == kind.isEventSubProcess();
        if (isTheSame
                && shape.filter(drawn -> drawn.expanded() != kind.expanded()).isPresent()) {
            new ToggleExpanded(id).apply(transaction);
        }
    }

    /// A data store becomes the sign of a data object, which has to be there.
    private void addObject(Transaction transaction, BpmnElement old) {
        old.parent()
                .flatMap(transaction.diagram()::element)
                .ifPresent(holder -> transaction.setAttribute(
                        id,
                        "dataObjectRef",
                        DataMarkup.addObject(transaction, holder.xml(), false).value()));
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
            Sheets.ofContent(diagram, id)
                    .map(diagram.sheets()::get)
                    .filter(sheet -> sheet != diagram.sheets().getFirst())
                    .flatMap(sheet -> diagram.xml(diagram.parentKey(sheet.key()).orElseThrow()))
                    .ifPresent(transaction::remove);
        }
        if (kind.type() != BpmnType.SCRIPT_TASK) {
            old.xml().children(Namespaces.BPMN, "script").forEach(script -> transaction.remove(old.xml(), script));
        }
        for (ElementId event : diagram.attachers(id)) {
            boolean cancel = diagram.element(event)
                    .filter(known -> known.hasEventDefinition(EventDefinition.Kind.CANCEL))
                    .isPresent();
            if (kind.isEventSubProcess() || cancel && kind.type() != BpmnType.TRANSACTION) {
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
        if (!kind.isEventSubProcess()) {
            now = now.withoutAttribute("", "triggeredByEvent");
        }
        if (kind.type() == BpmnType.START_EVENT || kind.type() == BpmnType.BOUNDARY_EVENT) {
            String interrupting = KindMarkup.interruptingAttribute(kind.type());
            now = kind.markers().contains(Marker.NON_INTERRUPTING)
                    ? now.withAttribute(interrupting, "false")
                    : now.withoutAttribute("", interrupting);
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
            transaction.insert(
                    old.xml(),
                    new KindMarkup(transaction, kind, old.xml())
                            .definition(old.xml().name(), kind.event().get()));
        }
    }

    /// Around the old centre, in the new kind's size where that differs. Sub-processes stay open or closed.
    private void redraw(Transaction transaction, BpmnElement old, Shape shape) {
        boolean wasOpen = (old.type().isSubProcess() || old.type() == BpmnType.CALL_ACTIVITY) && shape.expanded();
        boolean open = kind.type().isSubProcess() && (old.type().isSubProcess() ? wasOpen : kind.expanded());
        if (open != wasOpen || old.type().isData()) {
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
