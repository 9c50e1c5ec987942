package dev.wavetank.core.layout;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.edit.command.CopiedElements;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Polyline;
import dev.wavetank.core.layout.LayoutResult.PlacedPlane;
import dev.wavetank.core.xml.DocumentException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Lays out some nodes of one container and the flows between them, as if they were alone in a file; where they
/// begin, at the top left, stays. Flows to the others follow.
public record LayoutSelection(Set<ElementId> elements) implements Command {
    public LayoutSelection {
        elements = Set.copyOf(elements);
    }

    /// Whether there are two nodes or more, all in the same container.
    public boolean isPossible(Diagram diagram) {
        Set<ElementId> nodes = nodes(diagram);
        return nodes.size() > 1
                && nodes.stream()
                                .map(id -> diagram.element(id).flatMap(BpmnElement::parent))
                                .distinct()
                                .count()
                        == 1;
    }

    private Set<ElementId> nodes(Diagram diagram) {
        return elements.stream()
                .filter(id -> diagram.element(id)
                        .filter(element -> element.type().isFlowNode()
                                && element.attachedTo().isEmpty())
                        .isPresent())
                .collect(Collectors.toSet());
    }

    @Override
    public void apply(Transaction transaction) {
        Diagram diagram = transaction.diagram();
        if (isPossible(diagram)) {
            alone(diagram)
                    .ifPresent(part -> new AutoLayout()
                            .layout(part).placed().stream()
                                    .findFirst()
                                    .ifPresent(placed -> place(transaction, diagram, placed)));
        }
    }

    private Optional<Diagram> alone(Diagram diagram) {
        try {
            String part = CopiedElements.of(diagram, nodes(diagram));
            return Optional.of(Diagram.read(part.getBytes(StandardCharsets.UTF_8)));
        } catch (DocumentException unreadable) {
            return Optional.empty();
        }
    }

    private static void place(Transaction transaction, Diagram diagram, PlacedPlane placed) {
        Optional<Bounds> before = placed.shapes().keySet().stream()
                .flatMap(id -> diagram.shape(id).stream())
                .map(Shape::bounds)
                .reduce(Bounds::union);
        Optional<Bounds> after = placed.shapes().values().stream().reduce(Bounds::union);
        if (before.isEmpty() || after.isEmpty()) {
            return;
        }
        double dx = Math.round(before.get().x() - after.get().x());
        double dy = Math.round(before.get().y() - after.get().y());
        placed.shapes()
                .forEach((id, bounds) ->
                        diagram.shape(id).ifPresent(shape -> transaction.setBounds(shape, bounds.translate(dx, dy))));
        placed.edges()
                .forEach((id, way) -> diagram.edge(id)
                        .ifPresent(edge -> transaction.setWaypoints(edge, Polyline.translate(way, dx, dy))));
    }
}
