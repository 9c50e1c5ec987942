package dev.wavetank.app.canvas;

import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/// What a gesture that is under way would do: ghosts of shapes and lines, the lasso, guides, and whether the thing
/// under the mouse takes it.
final class PreviewLayer {
    /// A gesture's picture in plane units.
    ///
    /// @param boxes   where shapes would be
    /// @param lines   where connections would run
    /// @param guides  alignment lines
    /// @param lasso   the frame that is being drawn
    /// @param target  the element under the mouse, and whether the rules allow it
    record Preview(
            List<Bounds> boxes,
            List<List<Point>> lines,
            List<List<Point>> guides,
            Optional<Bounds> lasso,
            Optional<Bounds> target,
            boolean allowed) {
        static final Preview NONE =
                new Preview(List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), true);
    }

    private final CanvasView view;
    private final Path ghosts = Lines.path("drag-ghost");
    private final Path lines = Lines.path("ghost-edge");
    private final Path guides = Lines.path("guide");
    private final Path lasso = Lines.path("lasso");
    private final Path target = Lines.path("target-ok");
    private Preview shown = Preview.NONE;

    PreviewLayer(CanvasView view) {
        this.view = view;
        view.addLayer(new Group(target, ghosts, lines, guides, lasso), this::place);
    }

    void show(Preview preview) {
        if (!preview.equals(shown)) {
            shown = preview;
            view.refreshOverlay();
        }
    }

    private void place() {
        CanvasViewport viewport = view.model().viewport();
        boxes(ghosts, shown.boxes(), viewport, 0);
        polylines(lines, shown.lines(), viewport);
        polylines(guides, shown.guides(), viewport);
        boxes(lasso, shown.lasso().stream().toList(), viewport, 0);
        boxes(target, shown.target().stream().toList(), viewport, 3);
        target.getStyleClass().setAll(shown.allowed() ? "target-ok" : "target-no");
    }

    private static void boxes(Path path, List<Bounds> boxes, CanvasViewport viewport, double grow) {
        List<PathElement> elements = new ArrayList<>(boxes.size() * 5);
        boxes.forEach(box -> Lines.addBox(elements, viewport.toScreen(box).inflate(grow)));
        path.getElements().setAll(elements);
    }

    private static void polylines(Path path, List<List<Point>> lines, CanvasViewport viewport) {
        List<PathElement> elements = new ArrayList<>();
        lines.forEach(line -> Lines.addLine(elements, line, viewport::toScreen));
        path.getElements().setAll(elements);
    }
}
