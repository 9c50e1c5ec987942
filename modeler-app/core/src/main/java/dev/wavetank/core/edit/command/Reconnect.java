package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.rules.ConnectRules;
import dev.wavetank.core.rules.Sheets;
import dev.wavetank.core.rules.Verdict;
import java.util.Optional;

/// Puts one end of a connection on another element. Where the rules give another kind of connection for the new
/// pair, it becomes that; where they give none, nothing happens.
///
/// @param end which of its ends goes to `element`
public record Reconnect(ElementId connection, End end, ElementId element) implements Command {
    /// The ends of a connection.
    public enum End {
        SOURCE,
        TARGET
    }

    /// What the rules say to it.
    public Verdict verdict(Diagram diagram) {
        Optional<BpmnElement> line = diagram.element(connection);
        Optional<ElementId> other = line.flatMap(end == End.SOURCE ? BpmnElement::target : BpmnElement::source);
        if (other.isEmpty()) {
            return new Verdict.Forbidden("The other end of this connection is loose.");
        }
        if (!Sheets.areOnOne(diagram, element, other.get())) {
            return new Verdict.Forbidden("That stands on another sheet.");
        }
        ConnectRules rules = new ConnectRules(diagram);
        return end == End.SOURCE ? rules.canConnect(element, other.get()) : rules.canConnect(other.get(), element);
    }

    @Override
    public void apply(Transaction transaction) {
        Diagram diagram = transaction.diagram();
        Optional<BpmnElement> line = diagram.element(connection);
        Optional<ElementId> old = line.flatMap(end == End.SOURCE ? BpmnElement::source : BpmnElement::target);
        if (line.isEmpty()
                || old.equals(Optional.of(element))
                || !(verdict(diagram) instanceof Verdict.ConnectedBy(BpmnType type))) {
            return;
        }
        if (ConnectionChange.isPossible(line.get().type(), type)) {
            change(transaction, line.get().type(), type);
        } else {
            replace(transaction, line.get(), type);
        }
    }

    private void change(Transaction transaction, BpmnType from, BpmnType to) {
        ElementId real = transaction.identify(element);
        transaction.setAttribute(connection, end == End.SOURCE ? "sourceRef" : "targetRef", real.value());
        if (from != to) {
            ConnectionChange.retype(transaction, connection, to);
        } else {
            ConnectionChange.rehouse(transaction, connection);
            ConnectionChange.reroute(transaction, connection);
        }
    }

    /// Data associations stand inside the activity they serve and name their ends otherwise: a new one is made.
    private void replace(Transaction transaction, BpmnElement line, BpmnType type) {
        ElementId real = transaction.identify(element);
        ElementId from =
                end == End.SOURCE ? real : transaction.identify(line.source().orElseThrow());
        ElementId to =
                end == End.TARGET ? real : transaction.identify(line.target().orElseThrow());
        transaction.remove(connection);
        Connect.write(transaction, type, from, to);
    }
}
