package dev.wavetank.core.validation.rule;

import static dev.wavetank.core.validation.ElementWords.describe;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.validation.Severity;

/// What a reader has to understand has a name.
final class LabelRequired implements Rule {
    @Override
    public String name() {
        return "label-required";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void check(BpmnElement element, Surroundings surroundings, Report report) {
        if (needsLabel(element, surroundings)
                && element.name().filter(name -> !name.isBlank()).isEmpty()) {
            report.add(element, describe(element) + " has no name. " + advice(element));
        }
    }

    private static boolean needsLabel(BpmnElement element, Surroundings surroundings) {
        return switch (element.type()) {
            case PARTICIPANT, LANE -> true;
            case EXCLUSIVE_GATEWAY, INCLUSIVE_GATEWAY, COMPLEX_GATEWAY ->
                surroundings.outgoing(element).size() > 1;
            case PARALLEL_GATEWAY, EVENT_BASED_GATEWAY -> false;
            case SEQUENCE_FLOW -> surroundings.isConditional(element);
            default ->
                element.type().isEvent()
                        || element.type().isActivity() && !element.type().isSubProcess();
        };
    }

    private static String advice(BpmnElement element) {
        if (element.type() == BpmnType.SEQUENCE_FLOW) {
            return "Name the answer that leads this way.";
        }
        if (element.type().isGateway()) {
            return "Ask the question that is decided here.";
        }
        if (element.type().isEvent()) {
            return "Say what has happened: \"Order received\".";
        }
        return element.type().isSwimlane() ? "Say who works here." : "Say what is done, beginning with a verb.";
    }
}
