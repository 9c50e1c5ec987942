package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.edit.ConnectionLayout;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/// Makes a connection another kind of connection. It stays the same element with the same name; what only the
/// old kind knows, such as a condition, goes.
public final class ConnectionChange {
    private static final List<String> OWN_ATTRIBUTES = List.of("isImmediate", "messageRef", "associationDirection");

    private ConnectionChange() {}

    /// True between kinds that name both of their ends by attributes: sequence flow, message flow, association.
    public static boolean isPossible(BpmnType from, BpmnType to) {
        return namesBothEnds(from) && namesBothEnds(to);
    }

    private static boolean namesBothEnds(BpmnType type) {
        return type == BpmnType.SEQUENCE_FLOW || type == BpmnType.MESSAGE_FLOW || type == BpmnType.ASSOCIATION;
    }

    /// Changes the kind, where the connection is held in the file, and its line.
    public static void retype(Transaction transaction, ElementId connection, BpmnType type) {
        transaction.edit(connection, xml -> stripped(xml).withName(xml.name().sibling(type.localName())));
        rehouse(transaction, connection);
        reroute(transaction, connection);
    }

    private static XmlElement stripped(XmlElement xml) {
        XmlElement plain = xml;
        for (String attribute : OWN_ATTRIBUTES) {
            plain = plain.withoutAttribute("", attribute);
        }
        return plain;
    }

    /// Moves the connection into the element that has to hold it, given its kind and ends.
    static void rehouse(Transaction transaction, ElementId id) {
        Diagram diagram = transaction.diagram();
        BpmnElement connection = diagram.element(id).orElseThrow();
        for (XmlElement condition : connection.xml().children(Namespaces.BPMN, "conditionExpression")) {
            if (connection.type() != BpmnType.SEQUENCE_FLOW) {
                transaction.remove(connection.xml(), condition);
            }
        }
        Optional<BpmnElement> holder = connection
                .source()
                .flatMap(from ->
                        connection.target().flatMap(to -> Connect.holder(diagram, connection.type(), from, to)));
        holder.filter(known -> !connection.parent().equals(Optional.of(known.id())))
                .ifPresent(known -> transaction.move(
                        transaction.diagram().element(id).orElseThrow().xml(), known.xml()));
    }

    static void reroute(Transaction transaction, ElementId id) {
        Diagram diagram = transaction.diagram();
        BpmnElement connection = diagram.element(id).orElseThrow();
        connection
                .source()
                .flatMap(from -> connection
                        .target()
                        .flatMap(to -> new ConnectionLayout(diagram).route(connection.type(), from, to)))
                .ifPresent(line -> diagram.edge(id).ifPresent(edge -> transaction.setWaypoints(edge, line)));
    }
}
