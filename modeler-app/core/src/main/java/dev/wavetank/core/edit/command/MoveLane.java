package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.rules.Sheets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Moves a lane among its siblings: to the place its middle has come to after a drag by that distance. What is
/// drawn in the lanes goes along with them, and their outer borders stay where they are.
public record MoveLane(ElementId lane, double dx, double dy) implements Command {
    @Override
    public void apply(Transaction transaction) {
        Diagram diagram = transaction.diagram();
        List<Shape> stack = siblings(diagram);
        int from = indexOf(stack);
        boolean horizontal = Lanes.isHorizontal(diagram, lane);
        int to = from < 0 ? from : target(stack, from, horizontal ? dy : dx, horizontal);
        if (to == from) {
            return;
        }
        List<Shape> order = new ArrayList<>(stack);
        order.add(to, order.remove(from));
        Map<ElementId, Double> shifts = new HashMap<>();
        double at = Lanes.turn(stack.getFirst().bounds(), horizontal).y();
        for (Shape sibling : order) {
            Bounds box = Lanes.turn(sibling.bounds(), horizontal);
            shifts.put(sibling.element(), at - box.y());
            at += box.height();
        }
        shift(transaction, diagram, stack, shifts, horizontal);
    }

    /// The lanes of the same lane set, in the order in which they are stacked.
    private List<Shape> siblings(Diagram diagram) {
        Optional<BpmnElement> holder = diagram.element(lane)
                .filter(known -> known.type() == BpmnType.LANE)
                .flatMap(BpmnElement::parent)
                .flatMap(diagram::element)
                .flatMap(BpmnElement::parent)
                .flatMap(diagram::element);
        return holder.flatMap(known -> known.type() == BpmnType.LANE
                        ? Optional.of(known.id())
                        : Lanes.participant(diagram, known.id()).map(BpmnElement::id))
                .map(id -> Lanes.inside(diagram, id))
                .orElse(List.of());
    }

    private int indexOf(List<Shape> stack) {
        return IntStream.range(0, stack.size())
                .filter(i -> stack.get(i).element().equals(lane))
                .findFirst()
                .orElse(-1);
    }

    /// Beyond every sibling whose middle the moved lane's nearer border has passed.
    private static int target(List<Shape> stack, int from, double distance, boolean horizontal) {
        Bounds moved = Lanes.turn(stack.get(from).bounds(), horizontal).translate(0, distance);
        int to = from;
        while (distance > 0 && to + 1 < stack.size() && moved.bottom() > middle(stack.get(to + 1), horizontal)) {
            to++;
        }
        while (distance < 0 && to > 0 && moved.y() < middle(stack.get(to - 1), horizontal)) {
            to--;
        }
        return to;
    }

    private static double middle(Shape lane, boolean horizontal) {
        return Lanes.turn(lane.bounds(), horizontal).center().y();
    }

    /// Everything on the sheet whose middle lies in a sibling moves as that one does.
    private void shift(
            Transaction transaction,
            Diagram diagram,
            List<Shape> stack,
            Map<ElementId, Double> shifts,
            boolean horizontal) {
        Plane sheet = diagram.planes().get(Sheets.of(diagram, lane));
        Bounds around = stack.stream().map(Shape::bounds).reduce(Bounds::union).orElseThrow();
        for (Shape shape : sheet.shapes()) {
            boolean holds = shape.bounds().contains(around);
            Optional<Shape> home = shifts.containsKey(shape.element())
                    ? Optional.of(shape)
                    : laneAt(stack, diagram, shape).filter(it -> !holds);
            home.map(it -> shifts.get(it.element())).filter(by -> by != 0).ifPresent(by -> {
                Bounds box = Lanes.turn(shape.bounds(), horizontal).translate(0, by);
                transaction.setBounds(shape, Lanes.turn(box, horizontal));
            });
        }
    }

    /// Boundary events go with what they sit on, even where that reaches into the next lane.
    private static Optional<Shape> laneAt(List<Shape> stack, Diagram diagram, Shape shape) {
        Point middle = diagram.element(shape.element())
                .flatMap(BpmnElement::attachedTo)
                .flatMap(diagram::shape)
                .orElse(shape)
                .bounds()
                .center();
        return stack.stream().filter(it -> it.bounds().contains(middle)).findFirst();
    }
}
