package dev.wavetank.core.paint;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.bpmn.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What the shapes of a plane mean for one another: which are hidden in a closed sub-process, and what lies in
/// front of what.
final class Surroundings {
    /// What most shapes mean for others.
    static final Object NOTHING = new Object();

    private final Optional<ElementId> sheet;
    private final Function<ElementId, Optional<BpmnElement>> elements;
    private final Set<ElementId> collapsed;
    private final GlyphOrder order;

    private Surroundings(
            Optional<ElementId> sheet,
            Function<ElementId, Optional<BpmnElement>> elements,
            Set<ElementId> collapsed,
            GlyphOrder order) {
        this.sheet = sheet;
        this.elements = elements;
        this.collapsed = collapsed;
        this.order = order;
    }

    static Surroundings of(Plane plane, Function<ElementId, Optional<BpmnElement>> elements) {
        var collapsed = new HashSet<ElementId>();
        for (Shape shape : plane.shapes()) {
            Optional<BpmnElement> element = elements.apply(shape.element());
            if (element.isPresent() && closes(shape, element.get(), plane.element())) {
                collapsed.add(shape.element());
            }
        }
        return new Surroundings(plane.element(), elements, collapsed, new GlyphOrder(plane, elements));
    }

    /// The same after an edit that changed nothing of what one shape means for another.
    Surroundings over(Function<ElementId, Optional<BpmnElement>> later) {
        return new Surroundings(sheet, later, collapsed, order.over(later));
    }

    Optional<BpmnElement> element(ElementId id) {
        return elements.apply(id);
    }

    int order(BpmnElement element, boolean band) {
        return order.of(element, band);
    }

    /// If this differs between two versions of a shape, other shapes may look different as well.
    Object outward(Shape shape, Optional<BpmnElement> element, int place) {
        if (element.isEmpty()) {
            return NOTHING;
        }
        BpmnElement it = element.get();
        if (closes(shape, it, sheet)) {
            return "closed";
        }
        return it.type() == BpmnType.CALL_ACTIVITY && shape.expanded()
                ? List.of(it.reference("calledElement"), place)
                : NOTHING;
    }

    /// A sub-process that the plane shows closed, other than the one whose content it is.
    private static boolean closes(Shape shape, BpmnElement element, Optional<ElementId> sheet) {
        return !shape.expanded() && element.type().isSubProcess() && !sheet.equals(Optional.of(shape.element()));
    }

    /// Older files put the content of a closed sub-process on the same plane, where it would cover what is
    /// around it.
    boolean hides(Optional<BpmnElement> element) {
        if (collapsed.isEmpty() || element.isEmpty()) {
            return false;
        }
        Optional<ElementId> parent = element.get().parent();
        if (element.get().type().isDataAssociation()) {
            parent = parent.flatMap(elements).flatMap(BpmnElement::parent);
        }
        while (parent.isPresent()) {
            if (collapsed.contains(parent.get())) {
                return true;
            }
            parent = parent.flatMap(elements).flatMap(BpmnElement::parent);
        }
        return false;
    }
}
