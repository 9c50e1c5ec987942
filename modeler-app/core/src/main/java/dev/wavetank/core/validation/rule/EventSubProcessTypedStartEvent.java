package dev.wavetank.core.validation.rule;

import static dev.wavetank.core.validation.ElementWords.describe;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.validation.Severity;

/// An event sub-process says which event starts it.
final class EventSubProcessTypedStartEvent implements Rule {
    @Override
    public String name() {
        return "event-sub-process-typed-start-event";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public void check(BpmnElement element, Surroundings surroundings, Report report) {
        if (element.type() == BpmnType.START_EVENT
                && element.eventDefinitions().isEmpty()
                && surroundings
                        .parent(element)
                        .filter(BpmnElement::isTriggeredByEvent)
                        .isPresent()) {
            report.add(
                    element,
                    describe(element) + " needs a trigger: an event sub-process is started by a message, timer, error,"
                            + " signal or the like.");
        }
    }
}
