package dev.wavetank.core.edit.behavior;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Behavior;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.Markup;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.xml.XmlElement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A flow node belongs to the innermost lane its centre lies in; `flowNodeRef` follows when it is drawn, moved
/// or when lanes change. What did not move keeps the lane the file gives it.
public final class LaneMembership implements Behavior {
    @Override
    public void complete(Transaction transaction) {
        ChangeSet changes = transaction.changes();
        Diagram diagram = changes.after();
        if (!diagram.hasLanes() && !changes.before().hasLanes()) {
            return;
        }
        Map<ElementId, List<BpmnElement>> lanes = new HashMap<>();
        for (BpmnElement node : candidates(changes).values()) {
            ElementId process = node.parent().orElseThrow();
            List<BpmnElement> known = lanes.computeIfAbsent(process, id -> lanes(diagram, id));
            if (!known.isEmpty()) {
                assign(transaction, diagram, node, known);
            }
        }
    }

    private static Map<ElementId, BpmnElement> candidates(ChangeSet changes) {
        Diagram diagram = changes.after();
        Map<ElementId, BpmnElement> nodes = new LinkedHashMap<>();
        for (ElementId id : changes.touched()) {
            boolean moved = changes.reshaped(id).isPresent()
                    || changes.before().shape(id).isEmpty();
            Optional<BpmnElement> element = diagram.element(id).filter(known -> moved);
            element.filter(known -> known.type().isFlowNode() && isInProcess(diagram, known))
                    .ifPresent(node -> nodes.put(id, node));
            element.filter(known -> known.type() == BpmnType.LANE)
                    .filter(lane ->
                            changes.reshaped(id).map(shape -> !shape.isMove()).orElse(true))
                    .ifPresent(lane -> siblings(diagram, lane).forEach(node -> nodes.put(node.id(), node)));
        }
        for (BpmnElement removed : changes.removed()) {
            if (removed.type() == BpmnType.LANE) {
                siblings(changes.before(), removed).stream()
                        .flatMap(node -> diagram.element(node.id()).stream())
                        .filter(node -> isInProcess(diagram, node))
                        .forEach(node -> nodes.put(node.id(), node));
            }
        }
        return nodes;
    }

    private static List<BpmnElement> siblings(Diagram diagram, BpmnElement lane) {
        Optional<BpmnElement> holder = Optional.of(lane);
        while (holder.isPresent() && holder.get().type() != BpmnType.PROCESS) {
            holder = holder.get().parent().flatMap(diagram::element);
        }
        return holder.stream()
                .flatMap(process -> diagram.children(process.id()).stream())
                .filter(child -> child.type().isFlowNode())
                .toList();
    }

    private static boolean isInProcess(Diagram diagram, BpmnElement node) {
        return node.parent()
                .flatMap(diagram::element)
                .filter(holder -> holder.type() == BpmnType.PROCESS)
                .isPresent();
    }

    private static List<BpmnElement> lanes(Diagram diagram, ElementId process) {
        return diagram.element(process).stream()
                .flatMap(holder -> holder.xml().children(Namespaces.BPMN, "laneSet").stream())
                .flatMap(set -> diagram.elementAt(set.key()).stream())
                .flatMap(set -> diagram.contents(set.id()).stream())
                .filter(element -> element.type() == BpmnType.LANE)
                .toList();
    }

    private static void assign(Transaction transaction, Diagram diagram, BpmnElement node, List<BpmnElement> lanes) {
        Optional<Bounds> box = diagram.shape(node.id()).map(Shape::bounds);
        if (box.isEmpty() || node.id().isSynthetic()) {
            return;
        }
        Optional<BpmnElement> home = lanes.reversed().stream()
                .filter(lane -> diagram.shape(lane.id())
                        .filter(shape -> shape.bounds().contains(box.get().center()))
                        .isPresent())
                .findFirst();
        boolean listed = home.filter(lane -> lane.references("flowNodeRef").contains(node.id()))
                .isPresent();
        if (listed) {
            return;
        }
        lanes.forEach(lane -> unlist(transaction, lane, node.id()));
        home.ifPresent(lane -> transaction.insert(
                lane.xml(),
                Markup.of(lane.xml().name().sibling("flowNodeRef"))
                        .withText(node.id().value())));
    }

    private static void unlist(Transaction transaction, BpmnElement lane, ElementId node) {
        for (XmlElement reference : transaction.current(lane.xml()).children(Namespaces.BPMN, "flowNodeRef")) {
            if (reference.text().strip().equals(node.value())) {
                transaction.remove(lane.xml(), reference);
            }
        }
    }
}
