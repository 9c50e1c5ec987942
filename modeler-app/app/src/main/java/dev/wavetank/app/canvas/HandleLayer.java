package dev.wavetank.app.canvas;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.interaction.Handle;
import dev.wavetank.core.rules.ShapeRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/// Shows where the one selected shape can be resized and where the one selected connection bends. It only shows:
/// the tools find the handles themselves.
final class HandleLayer {
    private static final double HALF = 4;

    private final CanvasModel model;
    private final Path handles = Lines.path("handle");

    HandleLayer(CanvasView view) {
        this.model = view.model();
        view.addLayer(handles, this::place);
    }

    private void place() {
        List<PathElement> squares = new ArrayList<>();
        Set<ElementId> selection = model.session().selectionProperty().get();
        if (selection.size() == 1 && !model.isGesturing()) {
            ElementId id = selection.iterator().next();
            points(id).forEach(point -> square(squares, point));
        }
        handles.getElements().setAll(squares);
    }

    private List<Point> points(ElementId id) {
        List<Point> line = model.waypoints(id);
        if (!line.isEmpty()) {
            return line;
        }
        Optional<Bounds> shape = model.bounds(id)
                .filter(_ ->
                        new ShapeRules(model.session().diagram()).canResize(id).isAllowed());
        return shape.map(bounds -> List.of(Handle.values()).stream()
                        .map(handle -> handle.on(bounds))
                        .toList())
                .orElse(List.of());
    }

    private void square(List<PathElement> to, Point at) {
        Point place = model.viewport().toScreen(at);
        Lines.addBox(to, new Bounds(place.x() - HALF, place.y() - HALF, 2 * HALF, 2 * HALF));
    }
}
