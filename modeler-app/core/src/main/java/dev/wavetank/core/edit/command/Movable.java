package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which of some selected shapes can be moved each by itself.
final class Movable {
    private Movable() {}

    /// Those that are not tied to a host or pool and do not go with another one of them anyway.
    static List<Shape> of(Diagram diagram, Set<ElementId> elements) {
        return elements.stream()
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .filter(id -> !isTied(diagram, id) && !isCarried(diagram, id, elements))
                .flatMap(id -> diagram.shape(id).stream())
                .toList();
    }

    private static boolean isTied(Diagram diagram, ElementId id) {
        return diagram.element(id)
                .map(BpmnElement::type)
                .filter(type -> type == BpmnType.LANE || type == BpmnType.BOUNDARY_EVENT)
                .isPresent();
    }

    private static boolean isCarried(Diagram diagram, ElementId id, Set<ElementId> elements) {
        Optional<BpmnElement> holder =
                diagram.element(id).flatMap(BpmnElement::parent).flatMap(diagram::element);
        while (holder.isPresent()) {
            BpmnElement at = holder.get();
            boolean inPool = at.type() == BpmnType.PROCESS
                    && Lanes.participant(diagram, at.id())
                            .filter(pool -> elements.contains(pool.id()))
                            .isPresent();
            if (inPool || elements.contains(at.id())) {
                return true;
            }
            holder = at.parent().flatMap(diagram::element);
        }
        return false;
    }
}
