package dev.wavetank.core.interaction;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.command.DeleteElements;
import dev.wavetank.core.edit.command.MoveElements;
import dev.wavetank.core.edit.command.ResizeShape;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.interaction.PointerEvent.Button;
import dev.wavetank.core.rules.ShapeRules;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// The state of rest: shows what the pointer is over, selects, and begins the gestures that start with a press.
final class Select implements State {
    private static final double GRID = 10;

    private final Stage stage;

    Select(Stage stage) {
        this.stage = stage;
        stage.calm();
    }

    @Override
    public State moved(PointerEvent event) {
        Optional<ElementId> over =
                stage.picker().at(event.point(), stage.reach()).map(Picker.Hit::element);
        Pointer form =
                handle(event).or(() -> labelHandle(event)).map(Handle::pointer).orElse(Pointer.DEFAULT);
        stage.show(stage.shown().withHover(over).withPointer(form));
        return this;
    }

    @Override
    public State pressed(PointerEvent event) {
        stage.show(stage.shown().withEditLabel(Optional.empty()));
        if (event.button() == Button.MIDDLE) {
            return new Pan(stage, event);
        }
        Optional<Picker.Hit> hit = stage.picker().at(event.point(), stage.reach());
        if (event.button() == Button.SECONDARY) {
            hit.filter(under -> !stage.selection().contains(under.element()))
                    .ifPresent(under -> stage.select(Set.of(under.element())));
            return this;
        }
        Optional<Handle> handle = handle(event);
        if (handle.isPresent()) {
            return new Resize(stage, selectedShape().orElseThrow(), handle.get());
        }
        Optional<Handle> border = labelHandle(event);
        if (border.isPresent()) {
            return new LabelResize(stage, stage.selection().iterator().next(), border.get());
        }
        Optional<State> end = onSelectedEnd(event);
        if (end.isPresent()) {
            return end.get();
        }
        if (hit.isEmpty()) {
            return event.has(Modifier.SHIFT) ? new Lasso(stage, event) : onEmpty(event);
        }
        if (event.clicks() == 2) {
            stage.show(stage.shown().withEditLabel(hit.map(Picker.Hit::element)));
            return this;
        }
        return onElement(event, hit.get());
    }

    private State onEmpty(PointerEvent event) {
        stage.select(Set.of());
        return new Pan(stage, event);
    }

    private State onElement(PointerEvent event, Picker.Hit hit) {
        boolean adds = event.has(Modifier.SHIFT) || event.has(Modifier.SHORTCUT);
        boolean wasSelected = stage.selection().contains(hit.element());
        if (adds) {
            toggle(hit.element());
            return this;
        }
        if (!wasSelected) {
            stage.select(Set.of(hit.element()));
        }
        return switch (hit.part()) {
            case SHAPE -> new Drag(stage, event, hit.element());
            case LABEL -> new LabelDrag(stage, event, hit.element());
            case EDGE -> {
                Optional<Edge> edge = stage.picker().edge(hit.element()).filter(line -> wasSelected);
                yield edge.isPresent() ? new LineDrag(stage, event, edge.get()) : this;
            }
        };
    }

    /// The ends of a selected connection lie on the shapes it connects, but are meant first.
    private Optional<State> onSelectedEnd(PointerEvent event) {
        if (stage.selection().size() != 1) {
            return Optional.empty();
        }
        Optional<Edge> edge = stage.picker().edge(stage.selection().iterator().next());
        return edge.flatMap(
                line -> EndDrag.end(line, event.point(), stage.reach()).map(end -> new EndDrag(stage, line, end)));
    }

    private void toggle(ElementId id) {
        Set<ElementId> changed = new LinkedHashSet<>(stage.selection());
        if (!changed.remove(id)) {
            changed.add(id);
        }
        stage.select(changed);
    }

    @Override
    public State key(KeyStroke key) {
        switch (key.key()) {
            case "Delete", "Backspace" -> stage.execute(new DeleteElements(stage.selection()));
            case "ArrowLeft" -> arrow(key, -1, 0);
            case "ArrowRight" -> arrow(key, 1, 0);
            case "ArrowUp" -> arrow(key, 0, -1);
            case "ArrowDown" -> arrow(key, 0, 1);
            case "Escape" -> stage.select(Set.of());
            case "F2", "e" ->
                stage.show(stage.shown()
                        .withEditLabel(stage.selection().stream()
                                .findFirst()
                                .filter(id -> stage.selection().size() == 1)));
            case "a" -> {
                if (key.is("a", Modifier.SHORTCUT)) {
                    stage.select(stage.picker().all());
                }
            }
            default -> {}
        }
        return this;
    }

    private void arrow(KeyStroke key, int x, int y) {
        if (key.modifiers().contains(Modifier.ALT)) {
            selectedShape().ifPresent(shape -> resize(shape, x * GRID, y * GRID));
        } else {
            double step = key.modifiers().contains(Modifier.SHIFT) ? GRID : 1;
            nudge(x * step, y * step);
        }
    }

    /// The right and the lower side move; the others stay.
    private void resize(Shape shape, double dx, double dy) {
        Bounds now = shape.bounds();
        stage.execute(
                new ResizeShape(shape.element(), new Bounds(now.x(), now.y(), now.width() + dx, now.height() + dy)));
    }

    /// Moves by key stay where they are in the file: nothing is attached, detached or dropped into anything.
    private void nudge(double dx, double dy) {
        Set<ElementId> free = new LinkedHashSet<>(stage.selection());
        free.removeIf(id -> stage.type(id) == BpmnType.BOUNDARY_EVENT);
        stage.execute(MoveElements.by(free, dx, dy));
    }

    /// The border of the one selected element's label.
    private Optional<Handle> labelHandle(PointerEvent event) {
        return stage.selection().size() != 1
                ? Optional.empty()
                : LabelResize.label(stage, stage.selection().iterator().next())
                        .flatMap(label -> LabelResize.handle(label, event.point(), stage.reach() * 0.8));
    }

    private Optional<Handle> handle(PointerEvent event) {
        Point point = event.point();
        return selectedShape().flatMap(shape -> Handle.at(shape.bounds(), point, stage.reach() * 0.8));
    }

    /// The one selected shape that may be resized.
    private Optional<Shape> selectedShape() {
        if (stage.selection().size() != 1) {
            return Optional.empty();
        }
        ElementId id = stage.selection().iterator().next();
        return stage.picker()
                .shape(id)
                .filter(shape -> new ShapeRules(stage.diagram()).canResize(id).isAllowed());
    }
}
