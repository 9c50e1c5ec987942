package dev.wavetank.core.validation.rule;

import static dev.wavetank.core.validation.ElementWords.describe;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.validation.Severity;

/// An embedded sub-process begins without a trigger.
final class SubProcessBlankStartEvent implements Rule {
    @Override
    public String name() {
        return "sub-process-blank-start-event";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public void check(BpmnElement element, Surroundings surroundings, Report report) {
        if (element.type() == BpmnType.START_EVENT
                && !element.eventDefinitions().isEmpty()
                && surroundings
                        .parent(element)
                        .filter(parent -> parent.type().isSubProcess() && !parent.isTriggeredByEvent())
                        .isPresent()) {
            report.add(
                    element,
                    describe(element) + " has a trigger, but a sub-process begins when the flow reaches it. Remove the"
                            + " trigger, or make it an event sub-process.");
        }
    }
}
