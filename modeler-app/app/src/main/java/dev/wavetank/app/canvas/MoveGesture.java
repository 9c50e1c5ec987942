package dev.wavetank.app.canvas;

import dev.wavetank.app.canvas.PreviewLayer.Preview;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.MoveElements;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.rules.ShapeRules;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Moves the selected shapes, into whatever they are dropped on if the rules allow it.
final class MoveGesture implements Gesture {
    private final CanvasModel model;
    private final Point start;
    private final Set<ElementId> moving;
    private final Bounds around;
    private final Picker picker;
    private final Snapping snapping;
    private final Previews previews;

    MoveGesture(CanvasModel model, Set<ElementId> selection, Point start) {
        this.model = model;
        this.start = start;
        this.moving = selection.stream()
                .filter(id -> model.session().diagram().shape(id).isPresent())
                .collect(Collectors.toUnmodifiableSet());
        this.around = moving.stream()
                .flatMap(id -> model.bounds(id).stream())
                .reduce(Bounds::union)
                .orElse(new Bounds(start.x(), start.y(), 0, 0));
        this.picker = new Picker(model);
        this.snapping = new Snapping(model);
        this.previews = new Previews(model);
    }

    boolean possible() {
        return !moving.isEmpty();
    }

    @Override
    public Preview drag(Point at, boolean free) {
        Snapping.Snap snap = snap(at, free);
        Optional<ElementId> target = picker.target(at, moving::contains);
        if (!allowed(target)) {
            return previews.refused(
                    List.of(around.translate(dx(at) + snap.dx(), dy(at) + snap.dy())), List.of(), target);
        }
        return previews.of(move(at, snap, target), snap.guides(), target);
    }

    @Override
    public void drop(Point at, boolean free) {
        Optional<ElementId> target = picker.target(at, moving::contains);
        if (allowed(target)) {
            model.session().execute(move(at, snap(at, free), target));
        }
    }

    private MoveElements move(Point at, Snapping.Snap snap, Optional<ElementId> target) {
        return new MoveElements(moving, dx(at) + snap.dx(), dy(at) + snap.dy(), new MoveElements.Onto(target));
    }

    private boolean allowed(Optional<ElementId> target) {
        var rules = new ShapeRules(model.session().diagram());
        return moving.stream().allMatch(id -> rules.canDrop(id, target).isAllowed() || carried(id));
    }

    /// Goes with its container or host, so it is not asked where it is dropped.
    private boolean carried(ElementId id) {
        var diagram = model.session().diagram();
        var element = diagram.element(id);
        boolean attached =
                element.flatMap(it -> it.attachedTo()).filter(moving::contains).isPresent();
        var holder = element.flatMap(it -> it.parent());
        while (!attached && holder.isPresent()) {
            if (moving.contains(holder.get())) {
                return true;
            }
            holder = holder.flatMap(diagram::element).flatMap(it -> it.parent());
        }
        return attached;
    }

    private Snapping.Snap snap(Point at, boolean free) {
        return free
                ? new Snapping.Snap(0, 0, List.of())
                : snapping.snap(around.translate(dx(at), dy(at)), moving::contains);
    }

    private double dx(Point at) {
        return Math.round(at.x() - start.x());
    }

    private double dy(Point at) {
        return Math.round(at.y() - start.y());
    }
}
