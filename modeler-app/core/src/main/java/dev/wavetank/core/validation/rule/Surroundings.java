package dev.wavetank.core.validation.rule;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What rules ask about the neighbourhood of an element.
///
/// All rules ask about the same element one after the other, so the flows of the last one asked about are kept.
/// For use by one thread.
public final class Surroundings {
    private final Diagram diagram;
    private @Nullable BpmnElement entered;
    private List<BpmnElement> incoming = List.of();
    private @Nullable BpmnElement left;
    private List<BpmnElement> outgoing = List.of();

    public Surroundings(Diagram diagram) {
        this.diagram = diagram;
    }

    public Diagram diagram() {
        return diagram;
    }

    /// The sequence flows that end at the element.
    @SuppressWarnings("ReferenceEquality") // a cache of one: the same object or not
    public List<BpmnElement> incoming(BpmnElement element) {
        if (entered != element) {
            incoming = flows(diagram.incoming(element.id()));
            entered = element;
        }
        return incoming;
    }

    /// The sequence flows that begin at the element.
    @SuppressWarnings("ReferenceEquality") // a cache of one: the same object or not
    public List<BpmnElement> outgoing(BpmnElement element) {
        if (left != element) {
            outgoing = flows(diagram.outgoing(element.id()));
            left = element;
        }
        return outgoing;
    }

    /// The elements directly inside that sequence flows may connect.
    public List<BpmnElement> flowNodes(BpmnElement container) {
        return diagram.children(container.id()).stream()
                .filter(child -> child.type().isFlowNode())
                .toList();
    }

    /// The start events directly inside.
    public List<BpmnElement> startEvents(BpmnElement container) {
        return flowNodes(container).stream()
                .filter(node -> node.type() == BpmnType.START_EVENT)
                .toList();
    }

    public Optional<BpmnElement> parent(BpmnElement element) {
        return element.parent().flatMap(diagram::element);
    }

    /// True for a flow that is only taken under a condition.
    public boolean isConditional(BpmnElement flow) {
        return flow.conditionExpression()
                .filter(condition -> !condition.text().isBlank())
                .isPresent();
    }

    /// True for the flow that its source takes when no condition holds.
    public boolean isDefault(BpmnElement flow) {
        return flow.source()
                .flatMap(diagram::element)
                .flatMap(BpmnElement::defaultFlow)
                .filter(flow.id()::equals)
                .isPresent();
    }

    private List<BpmnElement> flows(List<ElementId> connections) {
        return connections.stream()
                .map(diagram::element)
                .flatMap(Optional::stream)
                .filter(connection -> connection.type() == BpmnType.SEQUENCE_FLOW)
                .toList();
    }
}
