package dev.wavetank.core.validation.rule;

import static dev.wavetank.core.validation.ElementWords.describe;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.EventDefinition;
import dev.wavetank.core.validation.Severity;

/// Every flow node is part of the flow.
final class NoDisconnected implements Rule {
    @Override
    public String name() {
        return "no-disconnected";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void check(BpmnElement element, Surroundings surroundings, Report report) {
        if (element.type().isFlowNode()
                && surroundings.incoming(element).isEmpty()
                && surroundings.outgoing(element).isEmpty()
                && !mayStandAlone(element, surroundings)) {
            report.add(
                    element, describe(element) + " is not connected. Connect it with a sequence flow, or delete it.");
        }
    }

    /// In an ad-hoc sub-process people choose the order; event sub-processes and compensation are reached by
    /// events.
    private static boolean mayStandAlone(BpmnElement element, Surroundings surroundings) {
        return element.isTriggeredByEvent()
                || element.isForCompensation()
                || element.type() == BpmnType.BOUNDARY_EVENT
                        && element.hasEventDefinition(EventDefinition.Kind.COMPENSATE)
                || surroundings
                        .parent(element)
                        .filter(parent -> parent.type() == BpmnType.AD_HOC_SUB_PROCESS)
                        .isPresent();
    }
}
