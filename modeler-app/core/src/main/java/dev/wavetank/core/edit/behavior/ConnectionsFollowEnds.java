package dev.wavetank.core.edit.behavior;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Behavior;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.ChangeSet.Reshaped;
import dev.wavetank.core.edit.ConnectionLayout;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.edit.command.SubProcessSheets;
import dev.wavetank.core.geometry.Point;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Connections stay connected: they shift when both ends shift, and are repaired as little as possible when one
/// does. Associations to a connection follow that, and lines into a closed sub-process follow it.
public final class ConnectionsFollowEnds implements Behavior {
    @Override
    public void complete(Transaction transaction) {
        ChangeSet changes = transaction.changes();
        Set<ElementId> connections = new LinkedHashSet<>();
        for (Reshaped shape : changes.reshaped()) {
            if (isClosed(changes.after(), shape.id())) {
                SubProcessSheets.lead(transaction, shape.id());
            }
            connections.addAll(changes.after().outgoing(shape.id()));
            connections.addAll(changes.after().incoming(shape.id()));
        }
        layOut(transaction, connections);
        Diagram now = transaction.diagram();
        Set<ElementId> atConnections = new LinkedHashSet<>();
        for (ElementId connection : connections) {
            atConnections.addAll(now.outgoing(connection));
            atConnections.addAll(now.incoming(connection));
        }
        layOut(transaction, atConnections);
    }

    private static boolean isClosed(Diagram diagram, ElementId id) {
        return diagram.element(id).filter(it -> it.type().isSubProcess()).isPresent()
                && diagram.shape(id).filter(shape -> !shape.expanded()).isPresent();
    }

    private static void layOut(Transaction transaction, Set<ElementId> connections) {
        Diagram now = transaction.diagram();
        Diagram before = transaction.start();
        ConnectionLayout layout = new ConnectionLayout(now);
        boolean oneSheet = now.sheets().size() == 1;
        for (ElementId id : connections) {
            BpmnElement connection = now.element(id).orElseThrow();
            now.edge(id)
                    .filter(edge -> oneSheet || isWithEnds(now, connection, edge))
                    .ifPresent(edge -> line(before, layout, connection, edge)
                            .filter(line -> !line.equals(edge.waypoints()))
                            .ifPresent(line -> transaction.setWaypoints(edge, line)));
        }
    }

    /// A line that the gesture itself drew is right already, unless what it led to was carried away afterwards.
    private static Optional<List<Point>> line(
            Diagram before, ConnectionLayout layout, BpmnElement connection, Edge edge) {
        if (isUntouched(before, edge)) {
            return layout.repair(before, connection, edge);
        }
        Optional<ElementId> source = connection.source();
        Optional<ElementId> target = connection.target();
        if (edge.waypoints().isEmpty() || source.isEmpty() || target.isEmpty()) {
            return Optional.empty();
        }
        boolean reaches = layout.reaches(source.get(), edge.waypoints().getFirst())
                && layout.reaches(target.get(), edge.waypoints().getLast());
        return reaches ? Optional.empty() : layout.route(connection.type(), source.get(), target.get());
    }

    /// A line to something in a collapsed sub-process ends at that, on another sheet than its end.
    private static boolean isWithEnds(Diagram now, BpmnElement connection, Edge edge) {
        var sheet = now.parentKey(edge.xml().key());
        return Stream.of(connection.source(), connection.target())
                .flatMap(Optional::stream)
                .flatMap(id -> now.shape(id).stream())
                .allMatch(shape -> now.parentKey(shape.xml().key()).equals(sheet));
    }

    private static boolean isUntouched(Diagram before, Edge edge) {
        return before.edge(edge.element())
                .filter(old -> old.waypoints().equals(edge.waypoints()))
                .isPresent();
    }
}
