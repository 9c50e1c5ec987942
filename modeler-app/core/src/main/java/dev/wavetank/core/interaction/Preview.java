package dev.wavetank.core.interaction;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.NodeKind;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import java.util.List;
import java.util.Optional;

/// Something to be drawn above the diagram while a gesture is under way.
public sealed interface Preview {
    /// An element that is being moved or resized, where it would be.
    record Ghost(ElementId element, Bounds bounds) implements Preview {}

    /// A label that is being moved.
    record LabelGhost(ElementId element, Bounds bounds) implements Preview {}

    /// An element that is about to be created.
    record NewShape(NodeKind kind, Bounds bounds) implements Preview {}

    /// The line of a connection that is being drawn or laid out.
    ///
    /// @param connection what kind it would be, if that is known
    record Line(List<Point> points, Optional<BpmnType> connection) implements Preview {
        public Line {
            points = List.copyOf(points);
        }

        public Line(List<Point> points) {
            this(points, Optional.empty());
        }
    }

    /// The space that is made or taken away.
    record Space(Bounds area, boolean made) implements Preview {}

    /// What would be appended where: shown while the pointer rests on an offer, not part of a gesture.
    record Appended(NodeKind kind, Bounds bounds, List<Point> line) implements Preview {
        public Appended {
            line = List.copyOf(line);
        }
    }

    /// The lasso.
    record Marquee(Bounds area) implements Preview {}

    /// What lies below, and whether it takes what is dragged.
    record DropTarget(ElementId element, boolean accepts) implements Preview {}
}
