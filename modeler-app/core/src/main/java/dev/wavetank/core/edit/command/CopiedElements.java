package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Some elements of a diagram as a small BPMN file of its own, which is what goes to the clipboard: it can be
/// pasted into any diagram, opened by any BPMN editor, and read by a person in a mail.
///
/// Boundary events, contents, data objects, the sheets of closed sub-processes and the connections between what is
/// copied go along, and so do the messages, signals and the like that it refers to. A pool goes with its process
/// and its lanes; a lane without its pool stands for what it holds. Message flows go only with both their pools.
public final class CopiedElements {
    private final Diagram diagram;
    private final Set<ElementId> pools = new LinkedHashSet<>();
    /// What was asked for, and what hangs on it.
    private final Set<ElementId> copied = new LinkedHashSet<>();
    /// That and everything inside.
    private final Set<ElementId> inside = new LinkedHashSet<>();

    private CopiedElements(Diagram diagram) {
        this.diagram = diagram;
    }

    /// Empty text if there is nothing among the elements that can be copied.
    public static String of(Diagram diagram, Set<ElementId> elements) {
        var copy = new CopiedElements(diagram);
        copy.choose(elements);
        copy.addConnections();
        List<BpmnElement> roots = copy.copied.stream()
                .flatMap(id -> diagram.element(id).stream())
                .filter(element -> !copy.isHeld(element))
                .toList();
        return roots.isEmpty() ? "" : new ExcerptWriter(diagram, roots, copy.inside).write();
    }

    private void choose(Set<ElementId> elements) {
        Set<ElementId> wanted = new LinkedHashSet<>();
        for (ElementId id : elements) {
            boolean lane = type(id) == BpmnType.LANE;
            if (lane && Lanes.pool(diagram, id).filter(elements::contains).isEmpty()) {
                wanted.addAll(nodesIn(id));
            } else if (type(id) == BpmnType.PARTICIPANT) {
                pools.add(id);
            } else if (!lane) {
                wanted.add(id);
            }
        }
        for (ElementId id : wanted) {
            diagram.element(id).filter(element -> isCopied(element, wanted)).ifPresent(element -> {
                copied.add(id);
                copied.addAll(diagram.attachers(id));
                element.reference("dataObjectRef").ifPresent(copied::add);
            });
        }
        copied.addAll(pools);
        for (ElementId id : copied) {
            inside.add(id);
            diagram.element(id).flatMap(BpmnElement::process).ifPresent(inside::add);
            diagram.contents(id).forEach(element -> inside.add(element.id()));
        }
    }

    private List<ElementId> nodesIn(ElementId lane) {
        return diagram.element(lane).stream()
                .flatMap(element -> element.references("flowNodeRef").stream())
                .toList();
    }

    private void addConnections() {
        for (ElementId id : List.copyOf(inside)) {
            for (ElementId connection : diagram.outgoing(id)) {
                boolean goes = diagram.element(connection)
                        .filter(line -> !line.type().isDataAssociation())
                        .filter(line -> line.target().filter(inside::contains).isPresent())
                        .filter(line -> line.type() != BpmnType.MESSAGE_FLOW
                                || isBetweenPools(id, line.target().orElse(id)))
                        .isPresent();
                if (goes && inside.add(connection)) {
                    copied.add(connection);
                }
            }
        }
    }

    private boolean isBetweenPools(ElementId source, ElementId target) {
        return Lanes.pool(diagram, source).filter(pools::contains).isPresent()
                && Lanes.pool(diagram, target).filter(pools::contains).isPresent();
    }

    private BpmnType type(ElementId id) {
        return diagram.element(id).map(BpmnElement::type).orElse(BpmnType.UNKNOWN);
    }

    /// A boundary event is nothing without its activity.
    private static boolean isCopied(BpmnElement element, Set<ElementId> all) {
        BpmnType type = element.type();
        if (type == BpmnType.BOUNDARY_EVENT) {
            return element.attachedTo().filter(all::contains).isPresent();
        }
        return type.isFlowNode() || type.isArtifact() || type.isData() && !Placement.isSpecified(type);
    }

    private boolean isHeld(BpmnElement element) {
        Optional<ElementId> holder = element.parent();
        while (holder.isPresent()) {
            if (inside.contains(holder.get())) {
                return true;
            }
            holder = holder.flatMap(diagram::element).flatMap(BpmnElement::parent);
        }
        return false;
    }
}
