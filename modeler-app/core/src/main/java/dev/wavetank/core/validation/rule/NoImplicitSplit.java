package dev.wavetank.core.validation.rule;

import static dev.wavetank.core.validation.ElementWords.describe;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.validation.Severity;

/// Flows part at a gateway.
final class NoImplicitSplit implements Rule {
    @Override
    public String name() {
        return "no-implicit-split";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void check(BpmnElement element, Surroundings surroundings, Report report) {
        if (!element.type().isActivity() && !element.type().isEvent()) {
            return;
        }
        long unconditional = surroundings.outgoing(element).stream()
                .filter(flow -> !surroundings.isConditional(flow) && !surroundings.isDefault(flow))
                .count();
        if (unconditional > 1) {
            report.add(
                    element,
                    describe(element) + " is left by several flows, which all run at once. Show that with a parallel"
                            + " gateway behind it, or add conditions.");
        }
    }
}
