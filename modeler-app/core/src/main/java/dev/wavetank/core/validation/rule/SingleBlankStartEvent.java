package dev.wavetank.core.validation.rule;

import static dev.wavetank.core.validation.ElementWords.describe;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.validation.Severity;

/// At most one way to begin without a trigger.
final class SingleBlankStartEvent implements Rule {
    @Override
    public String name() {
        return "single-blank-start-event";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public void check(BpmnElement element, Surroundings surroundings, Report report) {
        if (!element.type().isFlowElementsContainer()) {
            return;
        }
        surroundings.startEvents(element).stream()
                .filter(start -> start.eventDefinitions().isEmpty())
                .skip(1)
                .forEach(start -> report.add(
                        start,
                        describe(start) + " is a second start event without a trigger; it is not clear where "
                                + describe(element) + " begins. Keep one, or give this one a trigger."));
    }
}
