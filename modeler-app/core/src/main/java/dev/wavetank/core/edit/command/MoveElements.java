package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.rules.ShapeRules;
import dev.wavetank.core.rules.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Moves shapes by a distance, and into another container where they are dropped on one. Content, boundary
/// events, labels and connections follow by themselves. A lane by itself moves among its siblings.
///
/// @param target what they are dropped on: a container, a sequence flow to go into, an activity to be attached
/// to; `stay()` if they keep their container
public record MoveElements(Set<ElementId> elements, double dx, double dy, Drop target) implements Command {
    /// Where moved shapes end up.
    public sealed interface Drop {}

    /// They keep the container they have.
    public record Stay() implements Drop {}

    /// Onto the sheet (empty), into a container or into a sequence flow.
    public record Onto(Optional<ElementId> element) implements Drop {}

    public MoveElements {
        elements = Set.copyOf(elements);
    }

    /// Moves within the container.
    public static MoveElements by(Set<ElementId> elements, double dx, double dy) {
        return new MoveElements(elements, dx, dy, new Stay());
    }

    @Override
    public void apply(Transaction transaction) {
        Diagram diagram = transaction.diagram();
        if (elements.size() == 1 && isLane(diagram, elements.iterator().next())) {
            new MoveLane(elements.iterator().next(), dx, dy).apply(transaction);
            return;
        }
        Optional<ElementId> host = host(diagram);
        if (host.isEmpty() && target instanceof Onto onto && !mayDrop(diagram, onto.element())) {
            return;
        }
        for (ElementId id : elements) {
            Optional<Shape> shape = diagram.shape(id);
            shape.filter(found -> !isLane(diagram, id))
                    .ifPresent(
                            found -> transaction.setBounds(found, found.bounds().translate(dx, dy)));
        }
        if (host.isPresent()) {
            EventAttachment.attach(transaction, elements.iterator().next(), host.get());
        } else if (target instanceof Onto onto) {
            drop(transaction, diagram, onto.element());
        }
    }

    /// The activity on whose border a single event is dropped.
    private Optional<ElementId> host(Diagram diagram) {
        if (elements.size() != 1 || !(target instanceof Onto(Optional<ElementId> onto))) {
            return Optional.empty();
        }
        ElementId event = elements.iterator().next();
        ShapeRules rules = new ShapeRules(diagram);
        return diagram.shape(event)
                .flatMap(shape -> onto.filter(activity -> rules.canAttach(
                                event,
                                activity,
                                shape.bounds().translate(dx, dy).center())
                        .isAllowed()));
    }

    private boolean mayDrop(Diagram diagram, Optional<ElementId> onto) {
        ShapeRules rules = new ShapeRules(diagram);
        return roots(diagram).stream()
                .map(id -> rules.canDrop(id, onto))
                .allMatch(verdict ->
                        verdict.isAllowed() && (!(verdict instanceof Verdict.Inserted) || elements.size() == 1));
    }

    private void drop(Transaction transaction, Diagram diagram, Optional<ElementId> onto) {
        Optional<BpmnElement> below = onto.flatMap(diagram::element);
        for (ElementId id : roots(diagram)) {
            if (diagram.element(id).flatMap(BpmnElement::attachedTo).isEmpty()) {
                Placement.into(transaction, id, onto);
            } else if (!(new ShapeRules(diagram).canDrop(id, onto) instanceof Verdict.Attached)) {
                EventAttachment.detach(transaction, id, onto);
            }
        }
        below.filter(flow -> flow.type() == BpmnType.SEQUENCE_FLOW)
                .ifPresent(flow -> FlowSplit.insert(
                        transaction, flow.id(), elements.iterator().next()));
    }

    /// Those that are not carried by another one of them.
    private List<ElementId> roots(Diagram diagram) {
        return elements.stream()
                .filter(id -> diagram.shape(id).isPresent())
                .filter(id -> !isCarried(diagram, id))
                .toList();
    }

    private boolean isCarried(Diagram diagram, ElementId id) {
        Optional<BpmnElement> element = diagram.element(id);
        if (element.flatMap(BpmnElement::attachedTo).filter(elements::contains).isPresent()) {
            return true;
        }
        Optional<ElementId> holder = element.flatMap(BpmnElement::parent);
        while (holder.isPresent()) {
            if (elements.contains(holder.get())) {
                return true;
            }
            holder = holder.flatMap(diagram::element).flatMap(BpmnElement::parent);
        }
        return false;
    }

    private static boolean isLane(Diagram diagram, ElementId id) {
        return diagram.element(id)
                .map(BpmnElement::type)
                .filter(BpmnType.LANE::equals)
                .isPresent();
    }
}
