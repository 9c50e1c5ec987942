package dev.wavetank.core.interaction;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.command.UpdateWaypoints;
import dev.wavetank.core.geometry.LineBend;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.geometry.Polyline;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Lays out a selected connection by hand: dragging a corner moves it, dragging a level or upright segment
/// moves the segment and keeps it so, dragging elsewhere makes a new corner. What was level or upright beside it
/// stays so; with `Alt` nothing follows and nothing snaps. A corner that ends up on a straight line is gone.
final class LineDrag implements State {
    /// How near to its middle an outer segment is taken as a whole.
    private static final double HANDLE = 15;

    private enum Grip {
        CORNER,
        SEGMENT,
        NOTHING
    }

    private final Stage stage;
    private final PointerEvent start;
    private final Edge edge;
    private final Grip grip;
    private final int index;
    private final LineBend bend;
    private final Snapper snapper;
    private List<Point> now;

    LineDrag(Stage stage, PointerEvent start, Edge edge) {
        this.stage = stage;
        this.start = start;
        this.edge = edge;
        this.now = edge.waypoints();
        int corner = corner(now, start.point(), stage.reach());
        int segment = Polyline.nearestSegment(now, start.point());
        this.grip = corner > 0 ? Grip.CORNER : isHeld(segment) ? Grip.SEGMENT : Grip.NOTHING;
        this.index = corner > 0 ? corner : segment;
        Optional<BpmnElement> connection = stage.diagram().element(edge.element());
        this.bend = new LineBend(
                now,
                connection
                        .flatMap(BpmnElement::source)
                        .flatMap(stage.picker()::shape)
                        .map(Shape::bounds),
                connection
                        .flatMap(BpmnElement::target)
                        .flatMap(stage.picker()::shape)
                        .map(Shape::bounds));
        this.snapper = stage.snapper(Polyline.bounds(now), Set.of(), bend.others(index, grip == Grip.SEGMENT));
    }

    private static int corner(List<Point> line, Point at, double reach) {
        for (int i = 1; i + 1 < line.size(); i++) {
            if (line.get(i).distanceTo(at) <= reach) {
                return i;
            }
        }
        return -1;
    }

    private boolean isHeld(int segment) {
        boolean inner = segment > 0 && segment + 2 < now.size();
        Point middle = Polyline.middle(now.subList(segment, segment + 2));
        boolean byHandle = middle.distanceTo(start.point()) * 7.5 <= HANDLE * stage.reach();
        return (inner || byHandle) && Polyline.isStraight(now.get(segment), now.get(segment + 1));
    }

    @Override
    public State moved(PointerEvent event) {
        boolean free = event.has(Modifier.ALT);
        Snapper.Snapped snapped = free ? Snapper.Snapped.NOT : snapper.place(event.point());
        Point to = snapped.of(event.point());
        now = switch (grip) {
            case CORNER -> free ? bend.cornerAlone(index, to) : bend.corner(index, to);
            case SEGMENT -> bend.segment(index, to);
            case NOTHING -> bend.fresh(index, to);
        };
        Preview preview = new Preview.Line(now, Optional.of(stage.type(edge.element())));
        List<SnapGuide> guides = snapped.guides().stream()
                .filter(guide -> grip != Grip.SEGMENT || guide.vertical() == bend.isUpright(index))
                .toList();
        stage.show(stage.shown().withFeedback(List.of(preview), guides, Pointer.MOVE, Optional.empty()));
        return this;
    }

    @Override
    public State released(PointerEvent event) {
        if (start.point().distanceTo(event.point()) > stage.reach() / 2) {
            stage.execute(new UpdateWaypoints(edge.element(), Polyline.simplify(now)));
        }
        return new Select(stage);
    }

    @Override
    public State key(KeyStroke key) {
        return key.key().equals("Escape") ? new Select(stage) : this;
    }
}
