package dev.wavetank.core.layout;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import java.util.ArrayList;
import java.util.List;

/// Which elements belong to a plane.
final class Elements {
    private Elements() {}

    /// The roots that deserve a plane: collaborations, and processes that no pool shows.
    static List<BpmnElement> roots(Diagram diagram) {
        List<BpmnElement> top =
                diagram.definitions().map(it -> diagram.children(it.id())).orElse(List.of());
        var shown = new ArrayList<>();
        var roots = new ArrayList<BpmnElement>();
        for (BpmnElement element : top) {
            if (element.type() == BpmnType.COLLABORATION) {
                roots.add(element);
                diagram.children(element.id()).forEach(it -> it.process().ifPresent(shown::add));
            }
        }
        for (BpmnElement element : top) {
            boolean holdsFlow = element.type() == BpmnType.PROCESS || element.type() == BpmnType.CHOREOGRAPHY;
            if (holdsFlow && !shown.contains(element.id())) {
                roots.add(element);
            }
        }
        return roots;
    }

    /// Everything under a root, the processes of its pools included, each element before what it holds.
    static List<BpmnElement> under(Diagram diagram, BpmnElement root) {
        var all = new ArrayList<BpmnElement>();
        collect(diagram, root, all);
        return all;
    }

    private static void collect(Diagram diagram, BpmnElement element, List<BpmnElement> into) {
        for (BpmnElement child : diagram.children(element.id())) {
            into.add(child);
            collect(diagram, child, into);
            if (child.type() == BpmnType.PARTICIPANT) {
                child.process().flatMap(diagram::element).ifPresent(process -> collect(diagram, process, into));
            }
        }
    }
}
