package dev.wavetank.core.validation.rule;

import static dev.wavetank.core.validation.ElementWords.describe;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.validation.Severity;
import java.util.Optional;

/// A boundary event sits on an activity.
final class BoundaryEventAttached implements Rule {
    @Override
    public String name() {
        return "boundary-event-attached";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public void check(BpmnElement element, Surroundings surroundings, Report report) {
        if (element.type() != BpmnType.BOUNDARY_EVENT) {
            return;
        }
        Optional<BpmnElement> host = element.attachedTo().flatMap(surroundings.diagram()::element);
        if (host.filter(activity ->
                        activity.type().isActivity() && activity.parent().equals(element.parent()))
                .isEmpty()) {
            report.add(
                    element,
                    describe(element)
                            + " is not attached to an activity of the same process. Move it onto the border of"
                            + " the activity that it watches.");
        }
    }
}
