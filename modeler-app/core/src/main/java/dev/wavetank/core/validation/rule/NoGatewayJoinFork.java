package dev.wavetank.core.validation.rule;

import static dev.wavetank.core.validation.ElementWords.describe;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.validation.Severity;

/// A gateway either joins or splits.
final class NoGatewayJoinFork implements Rule {
    @Override
    public String name() {
        return "no-gateway-join-fork";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void check(BpmnElement element, Surroundings surroundings, Report report) {
        if (element.type().isGateway()
                && surroundings.incoming(element).size() > 1
                && surroundings.outgoing(element).size() > 1) {
            report.add(
                    element,
                    describe(element) + " joins and splits at once. Use one gateway to join and one to split.");
        }
    }
}
