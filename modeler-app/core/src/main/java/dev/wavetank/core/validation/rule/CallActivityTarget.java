package dev.wavetank.core.validation.rule;

import static dev.wavetank.core.validation.ElementWords.describe;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.validation.Severity;

/// A call activity says which process it calls.
final class CallActivityTarget implements Rule {
    @Override
    public String name() {
        return "call-activity-target";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void check(BpmnElement element, Surroundings surroundings, Report report) {
        if (element.type() == BpmnType.CALL_ACTIVITY
                && element.attribute("calledElement")
                        .filter(called -> !called.isBlank())
                        .isEmpty()) {
            report.add(element, describe(element) + " calls no process. Name the key of the process in calledElement.");
        }
    }
}
