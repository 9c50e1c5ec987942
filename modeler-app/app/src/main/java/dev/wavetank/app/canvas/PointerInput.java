package dev.wavetank.app.canvas;

import dev.wavetank.app.canvas.PreviewLayer.Preview;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.paint.Glyph;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Turns the mouse into gestures. One gesture at a time: it begins a few pixels after the press, shows its preview
/// while it lasts, and ends with the release, or with Escape and then nothing has happened.
final class PointerInput {
    private static final double THRESHOLD = 4;
    private static final double EDGE = 20;

    private final CanvasView view;
    private final CanvasModel model;
    private final PreviewLayer previews;
    private final Picker picker;
    private final Consumer<ElementId> rename;
    private @Nullable Press press;
    private @Nullable Gesture gesture;
    private boolean panning;
    private boolean handHeld;

    /// Where and on what the button went down.
    private record Press(double x, double y, Point at, Optional<Glyph> on) {}

    /// @param rename opens the label of an element
    PointerInput(CanvasView view, PreviewLayer previews, Consumer<ElementId> rename) {
        this.view = view;
        this.model = view.model();
        this.previews = previews;
        this.picker = new Picker(model);
        this.rename = rename;
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        view.addEventHandler(MouseEvent.MOUSE_MOVED, event -> moved(event.getX(), event.getY(), free(event)));
        view.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> left());
        model.toolProperty().subscribe(tool -> {
            cancel();
            if (tool instanceof Tool.Create(var kind)) {
                gesture = new CreateGesture(model, kind);
            }
            showCursor();
        });
    }

    /// Begins a gesture that did not start on the canvas itself: at a handle, or from the context pad.
    void begin(Gesture begun) {
        gesture = begun;
        press = null;
        model.gestureProperty().set(true);
    }

    /// While the space bar is down the sheet is dragged.
    void holdHand(boolean held) {
        handHeld = held;
        showCursor();
    }

    /// @return whether there was anything to cancel
    boolean cancel() {
        boolean something = gesture != null || panning;
        gesture = null;
        press = null;
        panning = false;
        previews.show(Preview.NONE);
        model.gestureProperty().set(false);
        return something;
    }

    private void pressed(MouseEvent event) {
        view.requestFocus();
        event.consume();
        Point at = model.viewport().toPlane(event.getX(), event.getY());
        Optional<Glyph> on = picker.at(at);
        if (gesture != null) {
            return;
        }
        press = new Press(event.getX(), event.getY(), at, on);
        boolean hand = handHeld || model.toolProperty().get() instanceof Tool.Hand;
        panning = event.getButton() == MouseButton.MIDDLE || hand;
        if (panning || model.toolProperty().get() instanceof Tool.Lasso) {
            showCursor();
            return;
        }
        if (event.getClickCount() == 2 && on.isPresent()) {
            press = null;
            doubleClicked(on.get().element());
            return;
        }
        select(on.map(Glyph::element), event.isShortcutDown() || event.isShiftDown());
    }

    private void doubleClicked(ElementId id) {
        if (!model.drillDown(id)) {
            rename.accept(id);
        }
    }

    private void select(Optional<ElementId> id, boolean more) {
        Set<ElementId> before = model.session().selectionProperty().get();
        if (id.isEmpty()) {
            if (!more) {
                model.session().selectionProperty().set(Set.of());
            }
        } else if (more) {
            Set<ElementId> after = new HashSet<>(before);
            if (!after.remove(id.get())) {
                after.add(id.get());
            }
            model.session().selectionProperty().set(Set.copyOf(after));
        } else if (!before.contains(id.get())) {
            model.session().selectionProperty().set(Set.of(id.get()));
        }
    }

    private void dragged(MouseEvent event) {
        event.consume();
        Press from = press;
        if (panning && from != null) {
            model.viewport().pan(event.getX() - from.x(), event.getY() - from.y());
            press = new Press(event.getX(), event.getY(), from.at(), from.on());
            return;
        }
        boolean far = from != null && Math.hypot(event.getX() - from.x(), event.getY() - from.y()) >= THRESHOLD;
        if (gesture == null && from != null && far) {
            gesture = gestureFor(from, event);
            model.gestureProperty().set(gesture != null);
            if (gesture == null) {
                panning = true;
                return;
            }
        }
        moved(event.getX(), event.getY(), free(event));
    }

    private @Nullable Gesture gestureFor(Press from, MouseEvent event) {
        Tool tool = model.toolProperty().get();
        if (tool instanceof Tool.Connect) {
            return from.on()
                    .map(glyph -> new ConnectGesture(model, glyph.element()))
                    .orElse(null);
        }
        if (tool instanceof Tool.Lasso || from.on().isEmpty() && event.isShiftDown()) {
            return new LassoGesture(
                    model,
                    from.at(),
                    event.isShiftDown() ? model.session().selectionProperty().get() : Set.of());
        }
        if (from.on().isEmpty()) {
            return null;
        }
        Glyph grabbed = from.on().get();
        return switch (grabbed.role()) {
            case EDGE -> new BendGesture(model, grabbed.element(), from.at());
            case LABEL -> new LabelGesture(model, grabbed.element(), grabbed.bounds(), from.at());
            case SHAPE -> {
                var move = new MoveGesture(
                        model, model.session().selectionProperty().get(), from.at());
                yield move.possible() ? move : null;
            }
        };
    }

    private void released(MouseEvent event) {
        event.consume();
        release(event.getX(), event.getY(), free(event));
    }

    /// Ends what is under way at a point of the canvas.
    void release(double x, double y, boolean free) {
        Gesture ended = gesture;
        Press from = press;
        boolean creates = model.toolProperty().get() instanceof Tool.Create;
        cancel();
        if (ended != null) {
            ended.drop(model.viewport().toPlane(x, y), free);
        } else if (from != null && model.toolProperty().get() instanceof Tool.Connect) {
            from.on().ifPresent(glyph -> begin(new ConnectGesture(model, glyph.element())));
        }
        if (creates) {
            model.toolProperty().set(Tool.SELECT);
        }
        showCursor();
    }

    /// The mouse is over a point of the canvas, with the button down or not.
    void moved(double x, double y, boolean free) {
        Point at = model.viewport().toPlane(x, y);
        if (gesture != null) {
            scrollAtEdge(x, y);
            previews.show(gesture.drag(at, free));
            return;
        }
        model.hoveredProperty().set(picker.at(at).map(Glyph::element));
        showCursor();
    }

    /// The same for a point on the screen, for drags that began on the palette.
    void movedOnScreen(double screenX, double screenY) {
        Point2D local = view.screenToLocal(screenX, screenY);
        if (view.getLayoutBounds().contains(local)) {
            moved(local.getX(), local.getY(), false);
        } else {
            previews.show(Preview.NONE);
        }
    }

    /// @return whether it was dropped on the canvas
    boolean releasedOnScreen(double screenX, double screenY) {
        Point2D local = view.screenToLocal(screenX, screenY);
        boolean inside = view.getLayoutBounds().contains(local);
        if (inside) {
            release(local.getX(), local.getY(), false);
        }
        return inside;
    }

    /// Near the border the sheet comes to meet the pointer.
    private void scrollAtEdge(double x, double y) {
        double dx = x < EDGE ? 10 : x > view.getWidth() - EDGE ? -10 : 0;
        double dy = y < EDGE ? 10 : y > view.getHeight() - EDGE ? -10 : 0;
        boolean inside = x >= 0 && y >= 0 && x <= view.getWidth() && y <= view.getHeight();
        if (inside && (dx != 0 || dy != 0)) {
            model.viewport().pan(dx, dy);
        }
    }

    private void left() {
        model.hoveredProperty().set(Optional.empty());
        if (model.toolProperty().get() instanceof Tool.Create) {
            previews.show(Preview.NONE);
        }
    }

    private void showCursor() {
        boolean hand = handHeld || model.toolProperty().get() instanceof Tool.Hand;
        boolean line = model.hoveredProperty()
                .get()
                .flatMap(model.session().diagram()::element)
                .filter(element -> element.type().isConnection())
                .isPresent();
        view.setCursor(
                panning
                        ? Cursor.CLOSED_HAND
                        : switch (model.toolProperty().get()) {
                            case Tool.Hand _ -> Cursor.OPEN_HAND;
                            case Tool.Lasso _, Tool.Connect _, Tool.Create _ -> Cursor.CROSSHAIR;
                            case Tool.Select _ ->
                                hand
                                        ? Cursor.OPEN_HAND
                                        : line
                                                ? Cursor.HAND
                                                : model.hoveredProperty().get().isPresent()
                                                        ? Cursor.MOVE
                                                        : Cursor.DEFAULT;
                        });
    }

    /// The key that lets things be put exactly where the pointer is.
    private static boolean free(MouseEvent event) {
        return event.isShortcutDown();
    }
}
