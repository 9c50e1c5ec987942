package dev.wavetank.app.bench;

import dev.wavetank.app.canvas.CanvasModel;
import dev.wavetank.app.canvas.CanvasView;
import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.command.DeleteElements;
import dev.wavetank.core.edit.command.MoveElements;
import dev.wavetank.core.edit.command.RenameElement;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// What the operations of the bench are in our window: the same as `bench/page.js` does with bpmn-js.
final class WindowOperations {
    private static final int COPIED = 1000;

    private final DocumentSession session;
    private final CanvasView view;
    private final CanvasModel model;
    private final List<ElementId> nodes;
    private final ElementId chosen;

    WindowOperations(DocumentSession session, CanvasView view) {
        this.session = session;
        this.view = view;
        this.model = view.model();
        nodes = model.currentPlane().orElseThrow().shapes().stream()
                .map(Shape::element)
                .toList();
        chosen = new ElementId("Node_" + nodes.size() / 3);
    }

    void prepare(Operation operation) {
        switch (operation) {
            case PAN, ZOOM, EDIT, RENAME, DELETE -> closeUp();
            case PAN_ALL -> overview();
            case DRAG -> {
                closeUp();
                mouse(MouseEvent.MOUSE_PRESSED, 0, 0);
            }
            case SELECT_ALL -> {
                select(Set.of());
                closeUp();
            }
            case MOVE_ALL -> select(Set.of());
            case COPY -> select(nodes.stream().limit(COPIED).collect(Collectors.toCollection(LinkedHashSet::new)));
            case UNDO_ALL, PASTE -> {}
        }
    }

    void step(Operation operation, int i) {
        int there = i % 20 < 10 ? 1 : -1;
        int wave = i % 20 < 10 ? i % 20 : 20 - i % 20;
        switch (operation) {
            case PAN, PAN_ALL -> model.viewport().pan(there * 40, there * 15);
            case ZOOM -> model.viewport().zoomTo(Math.pow(0.2, (i % 20 < 10 ? i % 20 + 1 : 19 - i % 20) / 10.0));
            case DRAG -> mouse(MouseEvent.MOUSE_DRAGGED, wave * 12 + 12, wave * 6 + 6);
            case EDIT -> session.execute(MoveElements.by(Set.of(chosen), i % 2 == 0 ? 5 : -5, 0));
            case RENAME -> session.execute(new RenameElement(chosen, "Name " + i));
            case DELETE -> {
                if (i % 2 == 0) {
                    session.execute(new DeleteElements(Set.of(chosen)));
                } else {
                    session.undo();
                }
            }
            case SELECT_ALL -> view.selectAll();
            case MOVE_ALL -> session.execute(MoveElements.by(new LinkedHashSet<>(nodes), 10, 10));
            case UNDO_ALL -> session.undo();
            case COPY -> press(KeyCode.C);
            case PASTE -> {
                press(KeyCode.V);
                press(KeyCode.V);
            }
        }
    }

    void end(Operation operation) {
        if (operation == Operation.DRAG) {
            view.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
        }
    }

    private void select(Set<ElementId> elements) {
        session.selectionProperty().set(elements);
    }

    private void closeUp() {
        model.viewport().zoomTo(1);
        model.viewport().centre(model.bounds(chosen).orElseThrow().center());
    }

    /// Everything in view as far as the smallest scale allows.
    private void overview() {
        Bounds all = model.scene().bounds().orElseThrow();
        model.viewport().zoomTo(Math.min(1, Math.min(view.getWidth() / all.width(), view.getHeight() / all.height())));
        model.viewport().centre(all.center());
    }

    private void press(KeyCode key) {
        view.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, true, false, false));
    }

    private void mouse(EventType<MouseEvent> type, double dx, double dy) {
        Point at = model.viewport().toScreen(model.bounds(chosen).orElseThrow().center());
        var scene = view.localToScene(at.x() + dx, at.y() + dy);
        var screen = view.localToScreen(at.x() + dx, at.y() + dy);
        Event.fireEvent(
                view,
                new MouseEvent(
                        type,
                        scene.getX(),
                        scene.getY(),
                        screen.getX(),
                        screen.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        true,
                        false,
                        null));
    }
}
