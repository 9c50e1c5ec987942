package dev.wavetank.core.layout;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.geometry.Point;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Leads flows around the shapes in their way, with few bends and crossings; shapes stay where they are. A line
/// that is as good already is left alone, so that tidying twice is tidying once.
///
/// @param sheet the index of the sheet among the diagram's planes
/// @param elements flows, and shapes whose flows are meant; empty for all flows of the sheet
public record TidyConnections(int sheet, Set<ElementId> elements) implements Command {
    public TidyConnections {
        elements = Set.copyOf(elements);
    }

    @Override
    public void apply(Transaction transaction) {
        Diagram diagram = transaction.diagram();
        if (sheet >= diagram.planes().size()) {
            return;
        }
        Plane plane = diagram.planes().get(sheet);
        var detours = new Detours(diagram, plane);
        List<Edge> wanted = plane.edges().stream()
                .filter(edge -> edge.waypoints().size() > 1 && isWanted(diagram, edge))
                .sorted(Comparator.comparingDouble(TidyConnections::span)
                        .thenComparing(edge -> edge.element().value()))
                .toList();
        for (Edge edge : wanted) {
            Optional<List<Point>> better = detours.better(edge);
            better.ifPresent(line -> transaction.setWaypoints(edge, line));
        }
    }

    private boolean isWanted(Diagram diagram, Edge edge) {
        Optional<BpmnElement> flow = diagram.element(edge.element())
                .filter(known -> known.type() == BpmnType.SEQUENCE_FLOW || known.type() == BpmnType.MESSAGE_FLOW);
        return flow.isPresent()
                && (elements.isEmpty()
                        || elements.contains(edge.element())
                        || flow.get().source().filter(elements::contains).isPresent()
                        || flow.get().target().filter(elements::contains).isPresent());
    }

    /// Short ones first: they have the least choice.
    private static double span(Edge edge) {
        return edge.waypoints().getFirst().distanceTo(edge.waypoints().getLast());
    }
}
