package dev.wavetank.core.layout;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which elements belong to a plane.
final class Elements {
    private Elements() {}

    /// The roots that deserve a plane: collaborations, and processes that no pool shows.
    static List<BpmnElement> roots(Diagram diagram) {
        List<BpmnElement> top =
                diagram.definitions().map(it -> diagram.children(it.id())).orElse(List.of());
        var shown = new HashSet<ElementId>();
        var roots = new ArrayList<BpmnElement>();
        for (BpmnElement element : top) {
            if (element.type() == BpmnType.COLLABORATION) {
                roots.add(element);
                diagram.children(element.id()).forEach(it -> it.process().ifPresent(shown::add));
                withoutPool(diagram, element).forEach(it -> shown.add(it.id()));
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

    /// The processes that no pool shows but that exchange messages in the collaboration: they stand on its
    /// plane.
    static List<BpmnElement> withoutPool(Diagram diagram, BpmnElement collaboration) {
        var pooled = new HashSet<ElementId>();
        var ends = new HashSet<ElementId>();
        for (BpmnElement child : diagram.children(collaboration.id())) {
            child.process().ifPresent(pooled::add);
            if (child.type() == BpmnType.MESSAGE_FLOW) {
                child.source().flatMap(id -> process(diagram, id)).ifPresent(ends::add);
                child.target().flatMap(id -> process(diagram, id)).ifPresent(ends::add);
            }
        }
        return diagram.definitions().map(it -> diagram.children(it.id())).orElse(List.of()).stream()
                .filter(it -> it.type() == BpmnType.PROCESS)
                .filter(it -> ends.contains(it.id()) && !pooled.contains(it.id()))
                .toList();
    }

    private static Optional<ElementId> process(Diagram diagram, ElementId id) {
        Optional<BpmnElement> at = diagram.element(id);
        while (at.isPresent() && at.get().type() != BpmnType.PROCESS) {
            at = at.get().parent().flatMap(diagram::element);
        }
        return at.map(BpmnElement::id);
    }

    /// Everything under a root, the processes of its pools included, each element before what it holds. A process is
    /// opened once, also where a damaged file lets a pool inside it name it again.
    static List<BpmnElement> under(Diagram diagram, BpmnElement root) {
        var all = new ArrayList<BpmnElement>();
        var opened = new HashSet<ElementId>();
        opened.add(root.id());
        collect(diagram, root, opened, all);
        if (root.type() == BpmnType.COLLABORATION) {
            withoutPool(diagram, root).forEach(process -> open(diagram, process, opened, all));
        }
        return all;
    }

    private static void open(Diagram diagram, BpmnElement process, Set<ElementId> opened, List<BpmnElement> into) {
        if (opened.add(process.id())) {
            collect(diagram, process, opened, into);
        }
    }

    private static void collect(Diagram diagram, BpmnElement element, Set<ElementId> opened, List<BpmnElement> into) {
        for (BpmnElement child : diagram.children(element.id())) {
            into.add(child);
            collect(diagram, child, opened, into);
            if (child.type() == BpmnType.PARTICIPANT) {
                child.process().flatMap(diagram::element).ifPresent(process -> open(diagram, process, opened, into));
            }
        }
    }
}
