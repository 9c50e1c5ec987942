package dev.wavetank.core.validation.rule;

import static dev.wavetank.core.validation.ElementWords.describe;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.validation.Severity;
import java.util.List;

/// Where one way has a condition, each has one, or is the default.
final class ConditionalFlows implements Rule {
    @Override
    public String name() {
        return "conditional-flows";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void check(BpmnElement element, Surroundings surroundings, Report report) {
        if (!element.type().isFlowNode()) {
            return;
        }
        List<BpmnElement> ways = surroundings.outgoing(element);
        boolean decides = ways.size() > 1
                && ways.stream().anyMatch(way -> surroundings.isConditional(way) || surroundings.isDefault(way));
        for (BpmnElement way : ways) {
            if (surroundings.isDefault(way) && surroundings.isConditional(way)) {
                report.add(
                        way,
                        describe(way) + " is the default flow and has a condition, which will be ignored. Remove one of"
                                + " the two.");
            } else if (decides
                    && element.type() != BpmnType.PARALLEL_GATEWAY
                    && !surroundings.isDefault(way)
                    && !surroundings.isConditional(way)) {
                report.add(
                        way,
                        describe(way)
                                + " has no condition, while others from the same element have one. Add one, or make"
                                + " this the default flow.");
            }
        }
    }
}
