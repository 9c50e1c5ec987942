package dev.wavetank.core.interaction;

import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.Reconnect;
import dev.wavetank.core.edit.command.Reconnect.End;
import dev.wavetank.core.edit.command.UpdateWaypoints;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.rules.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Drags one end of a selected connection: over another element it goes there, over its own it docks elsewhere.
final class EndDrag implements State {
    private final Stage stage;
    private final Edge edge;
    private final End end;
    private final MovedEnd moved;
    private Optional<ElementId> target = Optional.empty();
    private List<Point> now;

    EndDrag(Stage stage, Edge edge, End end) {
        this.stage = stage;
        this.edge = edge;
        this.end = end;
        this.moved = new MovedEnd(edge.element(), end);
        this.now = edge.waypoints();
    }

    /// The end of the line that is within reach.
    static Optional<End> end(Edge edge, Point at, double reach) {
        List<Point> line = edge.waypoints();
        if (line.size() < 2) {
            return Optional.empty();
        }
        if (line.getLast().distanceTo(at) <= reach) {
            return Optional.of(End.TARGET);
        }
        return line.getFirst().distanceTo(at) <= reach ? Optional.of(End.SOURCE) : Optional.empty();
    }

    @Override
    public State moved(PointerEvent event) {
        target = stage.below(event, Set.of(edge.element()));
        List<Point> line = new ArrayList<>(edge.waypoints());
        line.set(end == End.SOURCE ? 0 : line.size() - 1, event.point());
        now = line;
        Optional<Verdict> verdict = verdict();
        boolean allowed = verdict.map(Verdict::isAllowed).orElse(true);
        List<Preview> previews = new ArrayList<>();
        previews.add(verdict.flatMap(_ -> moved.wouldBe(stage.diagram(), target.orElseThrow()))
                .orElseGet(() -> new Preview.Line(now, Optional.of(stage.type(edge.element())))));
        target.ifPresent(id -> previews.add(new Preview.DropTarget(id, allowed)));
        Optional<String> reason = verdict.filter(Verdict.Forbidden.class::isInstance)
                .map(forbidden -> ((Verdict.Forbidden) forbidden).reason());
        Pointer form = allowed ? Pointer.CROSSHAIR : Pointer.FORBIDDEN;
        stage.show(stage.shown().withFeedback(previews, List.of(), form, reason));
        return this;
    }

    /// Empty over nothing and over the element where the end is already.
    private Optional<Verdict> verdict() {
        return target.filter(id -> !isHome(id)).map(id -> moved.verdict(stage.diagram(), id));
    }

    private boolean isHome(ElementId id) {
        return moved.home(stage.diagram()).filter(id::equals).isPresent();
    }

    @Override
    public State released(PointerEvent event) {
        if (target.filter(this::isHome).isPresent()) {
            stage.execute(new UpdateWaypoints(edge.element(), now));
        } else {
            target.ifPresent(id -> stage.execute(new Reconnect(edge.element(), end, id)));
        }
        return new Select(stage);
    }

    @Override
    public State key(KeyStroke key) {
        return key.key().equals("Escape") ? new Select(stage) : this;
    }
}
