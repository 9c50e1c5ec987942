package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.OpenCalls;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.rules.ConnectRules;
import dev.wavetank.core.rules.Sheets;
import java.util.Optional;
import java.util.stream.Stream;

/// Creates an element where one would have drawn it, to the right of another one, or below it in a pool that stands,
/// and connects the two.
public record AppendShape(ElementId source, NodeKind kind) implements Command {
    private static final double GAP = 50;
    private static final double MARGIN = 30;

    @Override
    public void apply(Transaction transaction) {
        Diagram diagram = transaction.diagram();
        Optional<BpmnElement> from = diagram.element(source);
        Optional<Shape> shape = diagram.shape(source);
        boolean allowed =
                new ConnectRules(diagram).canAppend(source, kind.nature()).isAllowed();
        if (from.isEmpty() || shape.isEmpty() || !allowed) {
            return;
        }
        Bounds place = place(diagram, from.get(), shape.get().bounds());
        int sheet = Sheets.of(diagram, source);
        Optional<ElementId> container = Placement.enclosing(diagram, from.get())
                .map(holder -> OpenCalls.of(diagram, holder.id()).orElse(holder).id())
                .filter(id -> diagram.shape(id).isPresent() && Sheets.of(diagram, id) == sheet)
                .or(() -> pool(diagram, place));
        ElementId real = transaction.identify(source);
        new CreateShape(kind, place.center(), container, sheet)
                .create(transaction)
                .ifPresent(created -> connect(transaction, kind, real, created));
    }

    /// What is said about an element leads to it, all else follows it.
    static void connect(Transaction transaction, NodeKind kind, ElementId from, ElementId created) {
        if (kind.type().isArtifact() || kind.type().isData()) {
            new Connect(created, from).apply(transaction);
        } else {
            new Connect(from, created).apply(transaction);
        }
    }

    /// Beside the source at its middle; further down, then further up, until nothing stands there. In a pool that
    /// stands, below it; further to the right, then to the left.
    Bounds place(Diagram diagram, BpmnElement from, Bounds source) {
        boolean lying = Lanes.pool(diagram, from.id())
                .map(pool -> Lanes.isHorizontal(diagram, pool))
                .orElse(true);
        return lying ? beside(diagram, from, source) : below(diagram, from, source);
    }

    private Bounds below(Diagram diagram, BpmnElement from, Bounds source) {
        Bounds size = kind.around(new Point(0, 0));
        if (kind.type() == BpmnType.TEXT_ANNOTATION || kind.type().isData()) {
            return beside(diagram, from, source);
        }
        boolean attached = from.type() == BpmnType.BOUNDARY_EVENT;
        double x = attached
                ? source.right() + GAP + size.width() / 2
                : source.center().x();
        double y = source.bottom() + distance(diagram, source, false) + size.height() / 2;
        return free(diagram, size.translate(x, y), size.width() + MARGIN, false);
    }

    private Bounds beside(Diagram diagram, BpmnElement from, Bounds source) {
        Bounds size = kind.around(new Point(0, 0));
        double x = source.right() + distance(diagram, source, true) + size.width() / 2;
        double y = source.center().y();
        if (kind.type() == BpmnType.TEXT_ANNOTATION) {
            y = source.y() - GAP - size.height() / 2;
        } else if (kind.type().isData()) {
            y = source.bottom() + 40 + size.height() / 2;
            x = source.right() - 10 + size.width() / 2;
        } else if (from.type() == BpmnType.BOUNDARY_EVENT) {
            y = source.bottom() + GAP + size.height() / 2;
        }
        return free(diagram, size.translate(x, y), size.height() + MARGIN, true);
    }

    /// The first of the places beside or below each other, one step to this side and one to that, where nothing stands.
    private Bounds free(Diagram diagram, Bounds first, double step, boolean downwards) {
        for (int i = 0; i < 100; i++) {
            double shift = (i + 1) / 2 * step * (i % 2 == 0 ? -1 : 1);
            Bounds candidate = downwards ? first.translate(0, shift) : first.translate(shift, 0);
            if (isFree(diagram, candidate)) {
                return candidate;
            }
        }
        return first;
    }

    /// As far as the source's other successors are, so that a diagram keeps its rhythm.
    private double distance(Diagram diagram, Bounds from, boolean across) {
        return diagram.outgoing(source).stream()
                .flatMap(flow -> diagram.element(flow).flatMap(BpmnElement::target).stream())
                .flatMap(next -> diagram.shape(next).stream())
                .mapToDouble(next -> across
                        ? next.bounds().x() - from.right()
                        : next.bounds().y() - from.bottom())
                .filter(gap -> gap >= MARGIN && gap <= 250)
                .min()
                .orElse(GAP);
    }

    private boolean isFree(Diagram diagram, Bounds place) {
        Bounds padded = place.inflate(10);
        return shapes(diagram)
                .filter(shape -> diagram.element(shape.element())
                        .map(BpmnElement::type)
                        .filter(type -> type.isFlowNode() || type.isData() || type == BpmnType.TEXT_ANNOTATION)
                        .isPresent())
                .filter(shape -> !shape.bounds().contains(padded))
                .noneMatch(shape -> shape.bounds().intersects(padded));
    }

    private Optional<ElementId> pool(Diagram diagram, Bounds place) {
        return shapes(diagram)
                .filter(shape -> shape.bounds().contains(place.center()))
                .flatMap(shape -> diagram.element(shape.element()).stream())
                .filter(element -> element.type() == BpmnType.PARTICIPANT)
                .map(BpmnElement::id)
                .findFirst();
    }

    /// What stands on the sheet of the source.
    private Stream<Shape> shapes(Diagram diagram) {
        return diagram.planes().stream()
                .skip(Sheets.of(diagram, source))
                .limit(1)
                .flatMap(plane -> plane.shapes().stream());
    }
}
