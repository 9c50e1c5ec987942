package dev.wavetank.core.paint;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.bpmn.Shape;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What is painted in front of what: pools, lanes, flow elements (a sub-process's content in front of it),
/// associations, boundary events, what crosses containers, and on top groups and labels.
final class GlyphOrder {
    private static final int LAYER = 1000;
    private static final int DEEPEST = 400;
    static final int LABEL = 10 * LAYER;
    /// That of a group in the innermost container.
    static final int HIGHEST = 11 * LAYER;

    private final Function<ElementId, Optional<BpmnElement>> elements;

    /// Which call activity shows the content of a process on this plane.
    private final Map<ElementId, ElementId> callers;

    GlyphOrder(Plane plane, Function<ElementId, Optional<BpmnElement>> elements) {
        this.elements = elements;
        callers = new HashMap<>();
        for (Shape shape : plane.shapes()) {
            if (shape.expanded()) {
                elements.apply(shape.element())
                        .filter(it -> it.type() == BpmnType.CALL_ACTIVITY)
                        .ifPresent(call -> call.reference("calledElement").ifPresent(it -> callers.put(it, call.id())));
            }
        }
    }

    private GlyphOrder(Map<ElementId, ElementId> callers, Function<ElementId, Optional<BpmnElement>> elements) {
        this.callers = callers;
        this.elements = elements;
    }

    /// The same order, with the elements as they are after an edit that changed no opened call activity.
    GlyphOrder over(Function<ElementId, Optional<BpmnElement>> later) {
        return new GlyphOrder(callers, later);
    }

    int of(BpmnElement element, boolean band) {
        BpmnType type = element.type();
        int layer = switch (type) {
            case PARTICIPANT -> band ? 6 : 0;
            case LANE -> 1;
            case ASSOCIATION -> 6;
            case BOUNDARY_EVENT -> 8;
            case MESSAGE_FLOW, DATA_INPUT_ASSOCIATION, DATA_OUTPUT_ASSOCIATION, TEXT_ANNOTATION -> 9;
            case GROUP -> 10;
            default -> 5;
        };
        return layer * LAYER + Math.min(DEEPEST, depth(element)) * 2 + (type.isConnection() ? 1 : 0);
    }

    /// How many sub-processes, opened call activities or lanes it lies in.
    private int depth(BpmnElement element) {
        int depth = 0;
        Optional<BpmnElement> at = element.parent().flatMap(elements);
        for (int steps = 0; at.isPresent() && steps < DEEPEST; steps++) {
            Optional<BpmnElement> caller =
                    Optional.ofNullable(callers.get(at.get().id())).flatMap(elements);
            if (caller.isPresent() || at.get().type().isSubProcess() || at.get().type() == BpmnType.LANE) {
                depth++;
            }
            at = caller.orElse(at.get()).parent().flatMap(elements);
        }
        return depth;
    }
}
