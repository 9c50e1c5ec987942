package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.OpenCalls;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.rules.Sheets;
import java.util.Optional;

/// Finds what holds an element in the file when a shape is put on something on the sheet.
final class Placement {
    private Placement() {}

    /// Makes what `onto` stands for the element's holder in the file. Data that stands for an object goes with
    /// the object.
    static void into(Transaction transaction, ElementId id, Optional<ElementId> onto) {
        Diagram diagram = transaction.diagram();
        Optional<BpmnElement> element = diagram.element(id);
        int sheet = element.map(moving -> Sheets.of(diagram, moving.id())).orElse(0);
        element.flatMap(moving -> holder(diagram, moving.type(), onto, sheet))
                .ifPresent(holder -> inside(transaction, id, holder));
    }

    /// Makes `holder` hold the element, its boundary events and the flows that then run inside.
    static void inside(Transaction transaction, ElementId id, BpmnElement holder) {
        Diagram diagram = transaction.diagram();
        Optional<BpmnElement> element = diagram.element(id);
        if (element.isEmpty()
                || element.get().parent().equals(Optional.of(holder.id()))
                || isSpecified(element.get().type())) {
            return;
        }
        transaction.move(element.get().xml(), holder.xml());
        for (ElementId attached : diagram.attachers(id)) {
            diagram.element(attached).ifPresent(event -> transaction.move(event.xml(), holder.xml()));
        }
        takeObject(transaction, diagram, element.get(), holder);
        inwardFlows(transaction, diagram, id, holder);
    }

    /// A data object goes with the only sign that stands for it.
    private static void takeObject(Transaction transaction, Diagram diagram, BpmnElement sign, BpmnElement holder) {
        sign.reference("dataObjectRef")
                .filter(object -> sign.type() == BpmnType.DATA_OBJECT_REFERENCE
                        && diagram.mentions(object).size() == 1)
                .flatMap(diagram::element)
                .filter(object -> object.parent().equals(sign.parent()))
                .ifPresent(object -> transaction.move(object.xml(), holder.xml()));
    }

    /// Flows between two elements of the same container belong into that container.
    private static void inwardFlows(Transaction transaction, Diagram before, ElementId id, BpmnElement holder) {
        Diagram now = transaction.diagram();
        for (ElementId flow : now.outgoing(id)) {
            adopt(transaction, now, flow, holder);
        }
        for (ElementId flow : before.incoming(id)) {
            adopt(transaction, now, flow, holder);
        }
    }

    private static void adopt(Transaction transaction, Diagram now, ElementId flow, BpmnElement holder) {
        now.element(flow)
                .filter(connection -> connection.type() == BpmnType.SEQUENCE_FLOW)
                .filter(connection -> isIn(now, connection.source(), holder) && isIn(now, connection.target(), holder))
                .filter(connection -> !connection.parent().equals(Optional.of(holder.id())))
                .ifPresent(connection -> transaction.move(connection.xml(), holder.xml()));
    }

    private static boolean isIn(Diagram diagram, Optional<ElementId> id, BpmnElement holder) {
        return id.flatMap(diagram::element)
                .flatMap(BpmnElement::parent)
                .filter(holder.id()::equals)
                .isPresent();
    }

    /// Inputs and outputs belong to the specification of their process wherever they are drawn.
    static boolean isSpecified(BpmnType type) {
        return type == BpmnType.DATA_INPUT || type == BpmnType.DATA_OUTPUT;
    }

    /// The element that holds things of that type when they are put on `onto`; the sheet's own element if that
    /// is empty.
    ///
    /// @param sheet the index of the sheet they are put on
    static Optional<BpmnElement> holder(Diagram diagram, BpmnType type, Optional<ElementId> onto, int sheet) {
        Optional<BpmnElement> below = onto.flatMap(diagram::element);
        if (below.isEmpty()) {
            return ground(diagram, type, sheet);
        }
        return switch (below.get().type()) {
            case PARTICIPANT -> below.get().process().flatMap(diagram::element).or(() -> ground(diagram, type, sheet));
            case LANE, SEQUENCE_FLOW -> enclosing(diagram, below.get());
            case CALL_ACTIVITY -> OpenCalls.process(diagram, below.get()).or(() -> enclosing(diagram, below.get()));
            default ->
                below.get().type().isFlowElementsContainer()
                        ? below
                        : enclosing(diagram, below.get()).or(() -> ground(diagram, type, sheet));
        };
    }

    /// The process or sub-process around an element.
    static Optional<BpmnElement> enclosing(Diagram diagram, BpmnElement element) {
        Optional<BpmnElement> holder = element.parent().flatMap(diagram::element);
        while (holder.isPresent() && !holder.get().type().isFlowElementsContainer()) {
            holder = holder.get().parent().flatMap(diagram::element);
        }
        return holder;
    }

    /// What holds things on the free sheet. Flow elements go into a process even where the sheet shows a
    /// collaboration; artifacts stand on the sheet itself.
    private static Optional<BpmnElement> ground(Diagram diagram, BpmnType type, int sheet) {
        Optional<BpmnElement> shown = Sheets.shown(diagram, sheet);
        boolean needsProcess = type.isFlowNode() || type.isData();
        if (shown.isPresent() && !(needsProcess && shown.get().type() == BpmnType.COLLABORATION)) {
            return shown;
        }
        return diagram.definitions().stream()
                .flatMap(root -> diagram.children(root.id()).stream())
                .filter(element -> element.type() == BpmnType.PROCESS)
                .findFirst();
    }
}
