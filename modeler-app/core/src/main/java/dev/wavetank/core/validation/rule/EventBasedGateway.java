package dev.wavetank.core.validation.rule;

import static dev.wavetank.core.validation.ElementWords.describe;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.validation.Severity;
import java.util.List;

/// An event-based gateway waits for at least two events.
final class EventBasedGateway implements Rule {
    @Override
    public String name() {
        return "event-based-gateway";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public void check(BpmnElement element, Surroundings surroundings, Report report) {
        if (element.type() != BpmnType.EVENT_BASED_GATEWAY) {
            return;
        }
        List<BpmnElement> ways = surroundings.outgoing(element);
        if (ways.size() < 2) {
            report.add(element, describe(element) + " needs at least two events to wait for.");
        }
        for (BpmnElement way : ways) {
            way.target()
                    .flatMap(surroundings.diagram()::element)
                    .filter(node -> !waits(node))
                    .ifPresent(node -> report.add(
                            way,
                            describe(way) + " leads to " + describe(node) + ", which waits for nothing. Behind an"
                                    + " event-based gateway stand catching events or receive tasks."));
            if (surroundings.isConditional(way)) {
                report.add(
                        way,
                        describe(way) + " has a condition, but here the first event decides. Remove the condition.");
            }
        }
    }

    private static boolean waits(BpmnElement node) {
        return node.type() == BpmnType.INTERMEDIATE_CATCH_EVENT || node.type() == BpmnType.RECEIVE_TASK;
    }
}
