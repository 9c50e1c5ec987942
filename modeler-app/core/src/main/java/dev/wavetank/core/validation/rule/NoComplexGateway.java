package dev.wavetank.core.validation.rule;

import static dev.wavetank.core.validation.ElementWords.describe;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.validation.Severity;

/// No complex gateways.
final class NoComplexGateway implements Rule {
    @Override
    public String name() {
        return "no-complex-gateway";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void check(BpmnElement element, Surroundings surroundings, Report report) {
        if (element.type() == BpmnType.COMPLEX_GATEWAY) {
            report.add(
                    element, describe(element) + " is not executed by the engine. Use other gateways to say the same.");
        }
    }
}
