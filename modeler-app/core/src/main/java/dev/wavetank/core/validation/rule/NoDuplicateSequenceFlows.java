package dev.wavetank.core.validation.rule;

import static dev.wavetank.core.validation.ElementWords.describe;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.validation.Severity;
import dev.wavetank.core.xml.XmlElement;
import java.util.HashSet;
import java.util.Set;

/// Two elements are connected once.
final class NoDuplicateSequenceFlows implements Rule {
    @Override
    public String name() {
        return "no-duplicate-sequence-flows";
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
        Set<String> seen = new HashSet<>();
        for (BpmnElement flow : surroundings.outgoing(element)) {
            String condition =
                    flow.conditionExpression().map(XmlElement::text).orElse("").strip();
            if (flow.target().isPresent() && !seen.add(flow.target().get() + " " + condition)) {
                report.add(
                        flow,
                        describe(flow) + " connects the same elements as another flow, so what follows runs twice."
                                + " Delete one of them.");
            }
        }
    }
}
