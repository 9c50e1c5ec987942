package dev.wavetank.app.canvas;

import dev.wavetank.app.canvas.PreviewLayer.Preview;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the picture of what a command would do.
final class Previews {
    private final CanvasModel model;

    Previews(CanvasModel model) {
        this.model = model;
    }

    /// Every shape and line that would differ, where it would be.
    ///
    /// @param target what lies under the pointer
    Preview of(Command command, List<List<Point>> guides, Optional<ElementId> target) {
        ChangeSet changes = model.session().editor().preview(command);
        List<Bounds> boxes = new ArrayList<>();
        List<List<Point>> lines = new ArrayList<>();
        for (ElementId id : changes.touched()) {
            Optional<Shape> before = changes.before().shape(id);
            changes.after()
                    .shape(id)
                    .map(Shape::bounds)
                    .filter(now -> before.isEmpty() || !before.get().bounds().equals(now))
                    .ifPresent(boxes::add);
            Optional<Edge> line = changes.before().edge(id);
            changes.after()
                    .edge(id)
                    .map(Edge::waypoints)
                    .filter(now -> line.isEmpty() || !line.get().waypoints().equals(now))
                    .ifPresent(lines::add);
        }
        return new Preview(boxes, lines, guides, Optional.empty(), target.flatMap(model::bounds), true);
    }

    /// The rules forbid it.
    Preview refused(List<Bounds> boxes, List<List<Point>> lines, Optional<ElementId> target) {
        return new Preview(boxes, lines, List.of(), Optional.empty(), target.flatMap(model::bounds), false);
    }
}
