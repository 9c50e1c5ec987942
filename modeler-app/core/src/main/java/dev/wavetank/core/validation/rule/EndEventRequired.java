package dev.wavetank.core.validation.rule;

import static dev.wavetank.core.validation.ElementWords.describe;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.validation.Severity;

/// A process and a sub-process come to an end event.
final class EndEventRequired implements Rule {
    @Override
    public String name() {
        return "end-event-required";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void check(BpmnElement element, Surroundings surroundings, Report report) {
        if (ends(element)
                && !surroundings.flowNodes(element).isEmpty()
                && surroundings.flowNodes(element).stream().noneMatch(node -> node.type() == BpmnType.END_EVENT)) {
            report.add(element, describe(element) + " has no end event. Add one that names the result.");
        }
    }

    private static boolean ends(BpmnElement element) {
        return element.type() == BpmnType.PROCESS
                || element.type() == BpmnType.SUB_PROCESS
                || element.type() == BpmnType.TRANSACTION;
    }
}
