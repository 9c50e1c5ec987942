package dev.wavetank.core.validation.rule;

import static dev.wavetank.core.validation.ElementWords.describe;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.validation.Severity;

/// A process and a sub-process begin at a start event.
final class StartEventRequired implements Rule {
    @Override
    public String name() {
        return "start-event-required";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void check(BpmnElement element, Surroundings surroundings, Report report) {
        if (begins(element)
                && !surroundings.flowNodes(element).isEmpty()
                && surroundings.startEvents(element).isEmpty()) {
            report.add(
                    element,
                    describe(element) + " has no start event. Add one, so that a reader sees where it begins.");
        }
    }

    private static boolean begins(BpmnElement element) {
        return element.type() == BpmnType.PROCESS
                || element.type() == BpmnType.SUB_PROCESS
                || element.type() == BpmnType.TRANSACTION;
    }
}
