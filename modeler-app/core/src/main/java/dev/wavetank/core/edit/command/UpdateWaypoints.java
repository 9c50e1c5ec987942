package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.ConnectionLayout;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.geometry.Point;
import java.util.List;
import java.util.Optional;

/// Lays a connection along the points a person drew; its ends are cut at the outlines.
public record UpdateWaypoints(ElementId connection, List<Point> waypoints) implements Command {
    public UpdateWaypoints {
        waypoints = List.copyOf(waypoints);
    }

    @Override
    public void apply(Transaction transaction) {
        Diagram diagram = transaction.diagram();
        Optional<Edge> edge = diagram.edge(connection);
        if (waypoints.size() < 2 || edge.isEmpty()) {
            return;
        }
        List<Point> line = diagram.element(connection)
                .map(element -> new ConnectionLayout(diagram).cropped(element, waypoints))
                .orElse(waypoints);
        if (!edge.get().waypoints().equals(line)) {
            transaction.setWaypoints(edge.get(), line);
        }
    }
}
