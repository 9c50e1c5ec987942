package dev.wavetank.app.canvas;

import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.command.MoveElements;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.interaction.InteractionState;
import dev.wavetank.core.interaction.Preview;
import dev.wavetank.core.interaction.SnapGuide;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/// What a gesture that is under way would do: ghosts of shapes and lines, the lasso, guides, and whether the thing
/// under the mouse takes it. The lines of moved shapes are those that the move itself would lay, asked of the
/// editor.
final class PreviewLayer {
    /// More shapes than this move without their lines, so that dragging a whole file stays smooth.
    private static final int LINES_UP_TO = 60;

    private final CanvasModel model;
    private final Path ghosts = Lines.path("drag-ghost");
    private final Path lines = Lines.path("ghost-edge");
    private final Path guides = Lines.path("guide");
    private final Path lasso = Lines.path("lasso");
    private final Path accepting = Lines.path("target-ok");
    private final Path refusing = Lines.path("target-no");

    PreviewLayer(CanvasView view) {
        this.model = view.model();
        view.addLayer(new Group(accepting, refusing, ghosts, lines, guides, lasso), this::place);
        model.interactionProperty().subscribe(_ -> view.refreshOverlay());
    }

    private void place() {
        List<PathElement> boxes = new ArrayList<>();
        List<PathElement> strokes = new ArrayList<>();
        List<PathElement> frame = new ArrayList<>();
        List<PathElement> takes = new ArrayList<>();
        List<PathElement> refuses = new ArrayList<>();
        List<PathElement> aligned = new ArrayList<>();
        model.interactionProperty().get().ifPresent(state -> {
            for (Preview preview : state.previews()) {
                switch (preview) {
                    case Preview.Ghost(var _, Bounds at) -> box(boxes, at, 0);
                    case Preview.LabelGhost(var _, Bounds at) -> box(boxes, at, 0);
                    case Preview.NewShape(var _, Bounds at) -> box(boxes, at, 0);
                    case Preview.Line(List<Point> points) -> line(strokes, points);
                    case Preview.Marquee(Bounds area) -> box(frame, area, 0);
                    case Preview.DropTarget(ElementId id, boolean accepts) ->
                        model.bounds(id).ifPresent(at -> box(accepts ? takes : refuses, at, 3));
                }
            }
            laidLines(state).forEach(points -> line(strokes, points));
            state.guides().forEach(guide -> guide(aligned, guide));
        });
        ghosts.getElements().setAll(boxes);
        lines.getElements().setAll(strokes);
        lasso.getElements().setAll(frame);
        accepting.getElements().setAll(takes);
        refusing.getElements().setAll(refuses);
        guides.getElements().setAll(aligned);
    }

    private List<List<Point>> laidLines(InteractionState state) {
        Map<ElementId, Bounds> moved = new HashMap<>();
        state.previews().forEach(preview -> {
            if (preview instanceof Preview.Ghost(ElementId id, Bounds at)) {
                moved.put(id, at);
            }
        });
        if (moved.isEmpty() || moved.size() > LINES_UP_TO) {
            return List.of();
        }
        var first = moved.entrySet().iterator().next();
        Bounds before = model.bounds(first.getKey()).orElse(first.getValue());
        boolean resized = before.width() != first.getValue().width()
                || before.height() != first.getValue().height();
        if (resized) {
            return List.of();
        }
        ChangeSet changes = model.session()
                .editor()
                .preview(MoveElements.by(
                        moved.keySet(),
                        first.getValue().x() - before.x(),
                        first.getValue().y() - before.y()));
        return changes.touched().stream()
                .flatMap(id -> changes.after().edge(id).stream())
                .map(Edge::waypoints)
                .toList();
    }

    private void box(List<PathElement> to, Bounds at, double grow) {
        Lines.addBox(to, model.viewport().toScreen(at).inflate(grow));
    }

    private void line(List<PathElement> to, List<Point> points) {
        Lines.addLine(to, points, model.viewport()::toScreen);
    }

    private void guide(List<PathElement> to, SnapGuide guide) {
        Bounds seen = model.viewport().visible();
        line(
                to,
                guide.vertical()
                        ? List.of(new Point(guide.coordinate(), seen.y()), new Point(guide.coordinate(), seen.bottom()))
                        : List.of(
                                new Point(seen.x(), guide.coordinate()), new Point(seen.right(), guide.coordinate())));
    }
}
