package dev.wavetank.core.edit.behavior;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.EventDefinition.Kind;
import dev.wavetank.core.edit.Behavior;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.Transaction;
import java.util.Optional;

/// An activity that a compensation event on a border is linked with compensates, which its marker shows; one that
/// has lost the last such link does not any more.
public final class CompensationFollowsAssociation implements Behavior {
    @Override
    public void complete(Transaction transaction) {
        ChangeSet changes = transaction.changes();
        if (changes.isDrawingOnly()) {
            return;
        }
        Diagram now = changes.after();
        for (ElementId id : changes.touched()) {
            Optional<ElementId> before = compensating(changes.before(), id);
            Optional<ElementId> after = compensating(now, id);
            if (before.equals(after)) {
                continue;
            }
            after.flatMap(now::element)
                    .filter(activity -> activity.type().isActivity() && !activity.isForCompensation())
                    .ifPresent(activity -> transaction.setAttribute(activity.id(), "isForCompensation", "true"));
            before.flatMap(now::element)
                    .filter(activity -> activity.isForCompensation() && !isLinked(now, activity.id()))
                    .ifPresent(activity -> transaction.removeAttribute(activity.id(), "isForCompensation"));
        }
    }

    /// What the association links a compensation event with, if it is such a one.
    private static Optional<ElementId> compensating(Diagram diagram, ElementId association) {
        return diagram.element(association)
                .filter(line -> line.type() == BpmnType.ASSOCIATION)
                .filter(line -> line.source()
                        .flatMap(diagram::element)
                        .filter(event ->
                                event.type() == BpmnType.BOUNDARY_EVENT && event.hasEventDefinition(Kind.COMPENSATE))
                        .isPresent())
                .flatMap(BpmnElement::target);
    }

    private static boolean isLinked(Diagram diagram, ElementId activity) {
        return diagram.incoming(activity).stream()
                .anyMatch(line -> compensating(diagram, line).isPresent());
    }
}
