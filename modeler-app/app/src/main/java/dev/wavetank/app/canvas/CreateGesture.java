package dev.wavetank.app.canvas;

import dev.wavetank.app.canvas.PreviewLayer.Preview;
import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.command.CreateShape;
import dev.wavetank.core.edit.command.NodeKind;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.rules.Sizes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Carries a new element to the place where it is put down.
final class CreateGesture implements Gesture {
    private final CanvasModel model;
    private final NodeKind kind;
    private final Picker picker;
    private final Snapping snapping;
    private final Previews previews;

    CreateGesture(CanvasModel model, NodeKind kind) {
        this.model = model;
        this.kind = kind;
        this.picker = new Picker(model);
        this.snapping = new Snapping(model);
        this.previews = new Previews(model);
    }

    @Override
    public Preview drag(Point at, boolean free) {
        Optional<ElementId> target = picker.target(at, _ -> false);
        Snapping.Snap snap = snap(at, free);
        Preview preview = previews.of(command(at, snap, target), snap.guides(), target);
        return preview.boxes().isEmpty() ? previews.refused(List.of(ghost(at)), List.of(), target) : preview;
    }

    @Override
    public void drop(Point at, boolean free) {
        Optional<ElementId> target = picker.target(at, _ -> false);
        model.session().execute(command(at, snap(at, free), target)).created().stream()
                .map(BpmnElement::id)
                .filter(id -> model.session().diagram().shape(id).isPresent())
                .findFirst()
                .ifPresent(id -> model.session().selectionProperty().set(Set.of(id)));
    }

    private Command command(Point at, Snapping.Snap snap, Optional<ElementId> target) {
        return new CreateShape(kind, new Point(Math.round(at.x() + snap.dx()), Math.round(at.y() + snap.dy())), target);
    }

    private Snapping.Snap snap(Point at, boolean free) {
        return free ? new Snapping.Snap(0, 0, List.of()) : snapping.snap(ghost(at), _ -> false);
    }

    private Bounds ghost(Point at) {
        return Sizes.initial(kind.type(), kind.expanded(), at);
    }
}
