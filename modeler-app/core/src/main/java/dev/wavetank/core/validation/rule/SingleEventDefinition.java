package dev.wavetank.core.validation.rule;

import static dev.wavetank.core.validation.ElementWords.describe;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.validation.Severity;

/// An event has one trigger.
final class SingleEventDefinition implements Rule {
    @Override
    public String name() {
        return "single-event-definition";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void check(BpmnElement element, Surroundings surroundings, Report report) {
        if (element.type().isEvent() && element.eventDefinitions().size() > 1) {
            report.add(
                    element, describe(element) + " has several triggers, which engines do not execute. Split it up.");
        }
    }
}
