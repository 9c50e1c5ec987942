package dev.wavetank.app.canvas;

import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.interaction.Modifier;
import dev.wavetank.core.interaction.Pointer;
import dev.wavetank.core.interaction.PointerEvent;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Turns the mouse of JavaFX into pointer records on the plane, and the pointer's form into a cursor. Near the
/// border the sheet comes to meet what is dragged.
final class PointerInput {
    private final CanvasView view;
    private final CanvasModel model;
    private final Interaction interaction;
    private final EdgeScroll scroll;
    private Optional<MouseEvent> last = Optional.empty();
    private Optional<Point> seen = Optional.empty();
    /// Where the arrow keys brought what is carried, until the mouse moves.
    private Optional<Point> carried = Optional.empty();

    PointerInput(CanvasView view, Interaction interaction) {
        this.view = view;
        this.model = view.model();
        this.interaction = interaction;
        this.scroll = new EdgeScroll(model, () -> last.map(this::record).ifPresent(interaction::moved));
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            view.requestFocus();
            interaction.pressed(record(event));
            event.consume();
        });
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            interaction.moved(record(event));
            last = Optional.of(event);
            scroll.at(event.getX(), event.getY(), view.getWidth(), view.getHeight());
            event.consume();
        });
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> {
            scroll.stop();
            interaction.released(record(event));
            event.consume();
        });
        view.addEventHandler(
                MouseEvent.MOUSE_EXITED, _ -> model.hoveredProperty().set(Optional.empty()));
        view.addEventHandler(MouseEvent.MOUSE_MOVED, event -> {
            seen = Optional.of(new Point(event.getX(), event.getY()));
            carried = Optional.empty();
            interaction.moved(record(event));
        });
        model.interactionProperty()
                .subscribe(state -> view.setCursor(
                        cursor(state.map(shown -> shown.pointer()).orElse(Pointer.DEFAULT))));
    }

    private PointerEvent record(MouseEvent event) {
        return record(event.getX(), event.getY(), event);
    }

    private PointerEvent record(double x, double y, MouseEvent event) {
        Point at = model.viewport().toPlane(x, y);
        return new PointerEvent(at.x(), at.y(), button(event), modifiers(event), Math.max(1, event.getClickCount()));
    }

    private static PointerEvent.Button button(MouseEvent event) {
        MouseButton button = event.getButton();
        return button == MouseButton.PRIMARY
                ? PointerEvent.Button.PRIMARY
                : button == MouseButton.MIDDLE
                        ? PointerEvent.Button.MIDDLE
                        : button == MouseButton.SECONDARY ? PointerEvent.Button.SECONDARY : PointerEvent.Button.NONE;
    }

    private static Set<Modifier> modifiers(MouseEvent event) {
        Set<Modifier> held = EnumSet.noneOf(Modifier.class);
        if (event.isShiftDown()) {
            held.add(Modifier.SHIFT);
        }
        if (event.isShortcutDown()) {
            held.add(Modifier.SHORTCUT);
        }
        if (event.isAltDown()) {
            held.add(Modifier.ALT);
        }
        return held;
    }

    /// Where the pointer was last over the canvas, on the screen; empty if it is elsewhere.
    Optional<Bounds> place() {
        return view.isHover() ? seen.map(at -> new Bounds(at.x(), at.y(), 0, 0)) : Optional.empty();
    }

    /// Tells the tools again where the pointer is, for one that was picked by key.
    void again() {
        place().map(at -> model.viewport().toPlane(at.x(), at.y()))
                .ifPresent(at ->
                        interaction.moved(new PointerEvent(at.x(), at.y(), PointerEvent.Button.NONE, Set.of(), 1)));
    }

    /// A click where the pointer is, or else in the middle of what can be seen.
    void putDown() {
        Point on = carried.or(() -> place().map(Bounds::center)).orElseGet(this::middle);
        carried = Optional.empty();
        Point at = model.viewport().toPlane(on.x(), on.y());
        var click = new PointerEvent(at.x(), at.y(), PointerEvent.Button.PRIMARY, Set.of(), 1);
        interaction.moved(click);
        interaction.released(click);
    }

    /// What is carried goes on by so many pixels, from where the pointer is or else from the middle.
    void carryOn(double dx, double dy) {
        Point on = carried.or(() -> place().map(Bounds::center))
                .orElseGet(this::middle)
                .translate(dx, dy);
        carried = Optional.of(on);
        Point at = model.viewport().toPlane(on.x(), on.y());
        interaction.moved(new PointerEvent(at.x(), at.y(), PointerEvent.Button.NONE, Set.of(), 1));
    }

    private Point middle() {
        return new Point(view.getWidth() / 2, view.getHeight() / 2);
    }

    /// A drag that began on the palette moves over a point of the screen.
    void draggedFromOutside(MouseEvent event) {
        Point2D local = view.screenToLocal(event.getScreenX(), event.getScreenY());
        if (view.getLayoutBounds().contains(local)) {
            interaction.moved(record(local.getX(), local.getY(), event));
        }
    }

    /// It ended there; outside the canvas it goes on with the next click.
    void droppedFromOutside(MouseEvent event) {
        Point2D local = view.screenToLocal(event.getScreenX(), event.getScreenY());
        if (view.getLayoutBounds().contains(local)) {
            interaction.released(record(local.getX(), local.getY(), event));
        }
    }

    private static Cursor cursor(Pointer pointer) {
        return switch (pointer) {
            case DEFAULT -> Cursor.DEFAULT;
            case MOVE -> Cursor.MOVE;
            case CROSSHAIR -> Cursor.CROSSHAIR;
            case HAND -> Cursor.OPEN_HAND;
            case GRABBING -> Cursor.CLOSED_HAND;
            case FORBIDDEN -> Cursor.DISAPPEAR;
            case RESIZE_NORTH_WEST -> Cursor.NW_RESIZE;
            case RESIZE_NORTH -> Cursor.N_RESIZE;
            case RESIZE_NORTH_EAST -> Cursor.NE_RESIZE;
            case RESIZE_EAST -> Cursor.E_RESIZE;
        };
    }
}
