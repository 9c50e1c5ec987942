package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Command;
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
        Optional<Edge> edge = transaction.diagram().edge(connection);
        if (waypoints.size() >= 2 && edge.isPresent() && !edge.get().waypoints().equals(waypoints)) {
            transaction.setWaypoints(edge.get(), waypoints);
        }
    }
}
