package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.DiagramInterchange;
import dev.wavetank.core.edit.Markup;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/// Writes lanes into a pool or lane, with the lane set around them if there is none yet.
final class LaneWriter {
    private final Transaction transaction;
    private final ElementId poolOrLane;
    private final boolean horizontal;

    LaneWriter(Transaction transaction, ElementId poolOrLane) {
        this.transaction = transaction;
        this.poolOrLane = poolOrLane;
        this.horizontal = Lanes.isHorizontal(transaction.diagram(), poolOrLane);
    }

    /// What holds the lane set in the file: the lane itself, or a pool's process. A pool that hides its process
    /// has none.
    static Optional<BpmnElement> holder(Diagram diagram, ElementId poolOrLane) {
        return diagram.element(poolOrLane)
                .flatMap(element -> element.type() == BpmnType.PARTICIPANT
                        ? element.process().flatMap(diagram::element)
                        : Optional.of(element).filter(lane -> lane.type() == BpmnType.LANE));
    }

    /// @param bounds turned, as for a horizontal pool
    ElementId add(Bounds bounds) {
        XmlElement set = set();
        ElementId id = transaction.newId("Lane");
        transaction.insert(set, Markup.of(set.name().sibling("lane")).with("id", id.value()));
        new DiagramInterchange(transaction)
                .addShape(
                        id,
                        Lanes.turn(bounds, horizontal),
                        Optional.of(poolOrLane),
                        List.of("isHorizontal=" + horizontal));
        layLow(id);
        return id;
    }

    private XmlElement set() {
        BpmnElement holder = holder(transaction.diagram(), poolOrLane).orElseThrow();
        String name = holder.type() == BpmnType.LANE ? "childLaneSet" : "laneSet";
        return holder.detail(name).orElseGet(() -> {
            ElementId id = transaction.newId("LaneSet");
            transaction.insert(
                    holder.xml(), Markup.of(holder.xml().name().sibling(name)).with("id", id.value()));
            return transaction.diagram().element(id).orElseThrow().xml();
        });
    }

    /// The shape comes right after those of its pool and the lanes before it, below what stands in them.
    private void layLow(ElementId id) {
        Diagram diagram = transaction.diagram();
        List<Shape> before = Lanes.inside(diagram, poolOrLane).stream()
                .filter(lane -> !lane.element().equals(id))
                .toList();
        Shape below = before.isEmpty() ? diagram.shape(poolOrLane).orElseThrow() : before.getLast();
        transaction.moveBehind(diagram.shape(id).orElseThrow().xml(), below.xml());
    }
}
