package dev.wavetank.core.interaction;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.NodeKind;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import java.util.List;

/// Something to be drawn above the diagram while a gesture is under way.
public sealed interface Preview {
    /// An element that is being moved or resized, where it would be.
    record Ghost(ElementId element, Bounds bounds) implements Preview {}

    /// A label that is being moved.
    record LabelGhost(ElementId element, Bounds bounds) implements Preview {}

    /// An element that is about to be created.
    record NewShape(NodeKind kind, Bounds bounds) implements Preview {}

    /// The line of a connection that is being drawn or laid out.
    record Line(List<Point> points) implements Preview {
        public Line {
            points = List.copyOf(points);
        }
    }

    /// The lasso.
    record Marquee(Bounds area) implements Preview {}

    /// What lies below, and whether it takes what is dragged.
    record DropTarget(ElementId element, boolean accepts) implements Preview {}
}
