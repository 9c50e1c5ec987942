package dev.wavetank.app.canvas;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.rules.ShapeRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Rectangle;

/// The eight handles of the one selected shape that may be resized, and the bends of the one selected connection.
final class HandleLayer {
    private static final double SIZE = 8;
    private static final double GAP = 5;
    private static final Cursor[] CURSORS = {
        Cursor.NW_RESIZE,
        Cursor.N_RESIZE,
        Cursor.NE_RESIZE,
        Cursor.W_RESIZE,
        Cursor.E_RESIZE,
        Cursor.SW_RESIZE,
        Cursor.S_RESIZE,
        Cursor.SE_RESIZE
    };

    private final CanvasView view;
    private final CanvasModel model;
    private final Group handles = new Group();
    private final List<Rectangle> corners = new ArrayList<>();
    private final Group bends = new Group();

    HandleLayer(CanvasView view, PointerInput pointer) {
        this.view = view;
        this.model = view.model();
        int cursor = 0;
        for (int y = -1; y <= 1; y++) {
            for (int x = -1; x <= 1; x++) {
                if (x != 0 || y != 0) {
                    corners.add(handle(pointer, x, y, CURSORS[cursor++]));
                }
            }
        }
        handles.getChildren().addAll(corners);
        bends.setMouseTransparent(true);
        view.addLayer(handles, this::place);
        view.addLayer(bends, this::placeBends);
        model.gestureProperty().subscribe(_ -> view.refreshOverlay());
    }

    private Rectangle handle(PointerInput pointer, int sideX, int sideY, Cursor cursor) {
        var handle = new Rectangle(SIZE, SIZE);
        handle.getStyleClass().add("handle");
        handle.setId("handle-" + sideX + "-" + sideY);
        handle.setUserData(new int[] {sideX, sideY});
        handle.setCursor(cursor);
        handle.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            event.consume();
            resizable()
                    .ifPresent(id -> model.bounds(id)
                            .ifPresent(bounds -> pointer.begin(new ResizeGesture(model, id, bounds, sideX, sideY))));
        });
        handle.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            event.consume();
            pointer.movedOnScreen(event.getScreenX(), event.getScreenY());
        });
        handle.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> {
            event.consume();
            if (!pointer.releasedOnScreen(event.getScreenX(), event.getScreenY())) {
                pointer.cancel();
            }
        });
        return handle;
    }

    private Optional<ElementId> resizable() {
        Set<ElementId> selection = model.session().selectionProperty().get();
        return selection.size() == 1
                ? selection.stream()
                        .filter(id -> new ShapeRules(model.session().diagram())
                                .canResize(id)
                                .isAllowed())
                        .findFirst()
                : Optional.empty();
    }

    private void place() {
        Optional<Bounds> box = resizable().flatMap(model::bounds).map(model.viewport()::toScreen);
        handles.setVisible(box.isPresent() && !model.gestureProperty().get());
        box.map(bounds -> bounds.inflate(GAP)).ifPresent(bounds -> {
            for (Rectangle handle : corners) {
                int[] side = (int[]) handle.getUserData();
                handle.setX(bounds.center().x() + side[0] * bounds.width() / 2 - SIZE / 2);
                handle.setY(bounds.center().y() + side[1] * bounds.height() / 2 - SIZE / 2);
            }
        });
    }

    private void placeBends() {
        bends.getChildren().clear();
        Set<ElementId> selection = model.session().selectionProperty().get();
        if (selection.size() != 1 || model.gestureProperty().get()) {
            return;
        }
        List<Point> line = model.waypoints(selection.iterator().next());
        for (Point bend : line) {
            Point at = view.model().viewport().toScreen(bend);
            var dot = new Rectangle(at.x() - SIZE / 2, at.y() - SIZE / 2, SIZE, SIZE);
            dot.getStyleClass().add("handle");
            bends.getChildren().add(dot);
        }
    }
}
