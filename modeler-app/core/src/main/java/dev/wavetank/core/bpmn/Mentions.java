package dev.wavetank.core.bpmn;

import java.util.LinkedHashSet;
import java.util.Set;

/// What an element names besides the ends of a connection and the host of a boundary event, so that whoever
/// deletes something finds at once who still speaks of it.
///
/// Lanes are left out: one may list thousands of nodes, and there are few of them to ask.
final class Mentions {
    private Mentions() {}

    static Set<ElementId> of(BpmnElement element) {
        Set<ElementId> named = new LinkedHashSet<>();
        if (element.type().isFlowNode()) {
            named.addAll(element.references("incoming"));
            named.addAll(element.references("outgoing"));
        }
        if (element.type().isEvent()) {
            for (EventDefinition definition : element.eventDefinitions()) {
                if (definition.kind() == EventDefinition.Kind.COMPENSATE) {
                    definition.reference().ifPresent(named::add);
                }
            }
        }
        if (element.type() == BpmnType.PARTICIPANT) {
            element.process().ifPresent(named::add);
        }
        if (element.type() == BpmnType.CALL_ACTIVITY) {
            element.reference("calledElement").ifPresent(named::add);
        }
        if (element.type() == BpmnType.DATA_OBJECT_REFERENCE) {
            element.reference("dataObjectRef").ifPresent(named::add);
        }
        return named;
    }
}
