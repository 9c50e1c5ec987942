package dev.wavetank.core.validation.rule;

import static dev.wavetank.core.validation.ElementWords.describe;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.validation.Severity;

/// Flows come together in a gateway.
final class FakeJoin implements Rule {
    @Override
    public String name() {
        return "fake-join";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void check(BpmnElement element, Surroundings surroundings, Report report) {
        if ((element.type().isActivity() || element.type().isEvent())
                && surroundings.incoming(element).size() > 1) {
            report.add(
                    element,
                    describe(element) + " is entered by several flows and runs once for each of them. Join them in a"
                            + " gateway in front of it.");
        }
    }
}
