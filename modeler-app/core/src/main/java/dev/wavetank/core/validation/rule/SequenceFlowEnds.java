package dev.wavetank.core.validation.rule;

import static dev.wavetank.core.validation.ElementWords.describe;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.validation.Severity;
import java.util.List;
import java.util.Optional;

/// A sequence flow stays within its process and respects start and end.
final class SequenceFlowEnds implements Rule {
    @Override
    public String name() {
        return "sequence-flow-ends";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public void check(BpmnElement element, Surroundings surroundings, Report report) {
        if (element.type() != BpmnType.SEQUENCE_FLOW) {
            return;
        }
        Optional<BpmnElement> source = element.source().flatMap(surroundings.diagram()::element);
        Optional<BpmnElement> target = element.target().flatMap(surroundings.diagram()::element);
        source.filter(node -> node.type() == BpmnType.END_EVENT)
                .ifPresent(node -> report.add(
                        element,
                        describe(element) + " leaves " + describe(node) + ". Nothing can follow an end event."));
        target.filter(node -> node.type() == BpmnType.START_EVENT || node.type() == BpmnType.BOUNDARY_EVENT)
                .ifPresent(node -> report.add(
                        element,
                        describe(element) + " leads into " + describe(node) + ", which nothing can lead into."));
        for (Optional<BpmnElement> end : List.of(source, target)) {
            end.filter(node -> !node.type().isFlowNode())
                    .ifPresent(node -> report.add(
                            element,
                            describe(element) + " is tied to " + describe(node)
                                    + ". A sequence flow connects activities, events" + " and gateways."));
        }
        if (source.isPresent()
                && target.isPresent()
                && !source.get().parent().equals(target.get().parent())) {
            report.add(
                    element,
                    describe(element)
                            + " crosses the border of a process or sub-process. Between pools use a message flow;"
                            + " leave a sub-process by its own border.");
        }
    }
}
