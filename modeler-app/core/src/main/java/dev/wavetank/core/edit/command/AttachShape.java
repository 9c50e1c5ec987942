package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.rules.Sheets;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// Creates a boundary event where one would have put it: on the lower side of an activity, from the right, then on
/// the upper one, where no other sits yet.
public record AttachShape(ElementId host, NodeKind kind) implements Command {
    private static final double FROM_CORNER = 20;
    private static final double STEP = 40;

    @Override
    public void apply(Transaction transaction) {
        Diagram diagram = transaction.diagram();
        place(diagram)
                .ifPresent(at ->
                        new CreateShape(kind, at, Optional.of(host), Sheets.of(diagram, host)).apply(transaction));
    }

    private Optional<Point> place(Diagram diagram) {
        List<Bounds> taken = diagram.attachers(host).stream()
                .flatMap(event -> diagram.shape(event).stream())
                .map(Shape::bounds)
                .toList();
        return diagram.shape(host)
                .map(Shape::bounds)
                .map(border -> Stream.of(border.bottom(), border.y())
                        .flatMap(y -> along(border).mapToObj(x -> new Point(x, y)))
                        .filter(at -> taken.stream().noneMatch(kind.around(at)::intersects))
                        .findFirst()
                        .orElse(new Point(border.right() - FROM_CORNER, border.bottom())));
    }

    private static DoubleStream along(Bounds border) {
        return DoubleStream.iterate(border.right() - FROM_CORNER, x -> x >= border.x() + FROM_CORNER, x -> x - STEP);
    }
}
