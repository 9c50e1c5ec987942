package dev.wavetank.app.canvas;

import dev.wavetank.app.canvas.PreviewLayer.Preview;
import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.Connect;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.rules.ConnectRules;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Draws a connection from an element to the one under the pointer; the rules say which kind it becomes.
final class ConnectGesture implements Gesture {
    private final CanvasModel model;
    private final ElementId source;
    private final Picker picker;
    private final Previews previews;

    ConnectGesture(CanvasModel model, ElementId source) {
        this.model = model;
        this.source = source;
        this.picker = new Picker(model);
        this.previews = new Previews(model);
    }

    @Override
    public Preview drag(Point at, boolean free) {
        Optional<ElementId> target = picker.target(at, _ -> false);
        if (target.isPresent() && allowed(target.get())) {
            return previews.of(new Connect(source, target.get()), List.of(), target);
        }
        Point from = model.bounds(source).map(bounds -> bounds.center()).orElse(at);
        return previews.refused(List.of(), List.of(List.of(from, at)), target.filter(id -> !id.equals(source)));
    }

    @Override
    public void drop(Point at, boolean free) {
        picker.target(at, _ -> false).filter(this::allowed).ifPresent(target -> select(new Connect(source, target)));
    }

    private void select(Connect command) {
        Set<ElementId> created = model.session().execute(command).created().stream()
                .map(BpmnElement::id)
                .filter(id -> model.bounds(id).isPresent())
                .collect(Collectors.toUnmodifiableSet());
        model.session().selectionProperty().set(created);
    }

    private boolean allowed(ElementId target) {
        return new ConnectRules(model.session().diagram())
                .canConnect(source, target)
                .isAllowed();
    }
}
