package dev.wavetank.core.interaction;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.ConnectionLayout;
import dev.wavetank.core.edit.command.Reconnect;
import dev.wavetank.core.edit.command.Reconnect.End;
import dev.wavetank.core.rules.Verdict;
import java.util.Optional;

/// One end of a connection on its way to another element: where it is, what the rules say to another place, and how
/// the line would run then.
record MovedEnd(ElementId connection, End end) {
    /// The element where it is now.
    Optional<ElementId> home(Diagram diagram) {
        return diagram.element(connection).flatMap(line -> end == End.SOURCE ? line.source() : line.target());
    }

    Verdict verdict(Diagram diagram, ElementId there) {
        return new Reconnect(connection, end, there).verdict(diagram);
    }

    /// The line to another element, of the kind the rules would make it; empty where they forbid it.
    Optional<Preview> wouldBe(Diagram diagram, ElementId there) {
        if (!(verdict(diagram, there) instanceof Verdict.ConnectedBy(BpmnType type))) {
            return Optional.empty();
        }
        Optional<BpmnElement> line = diagram.element(connection);
        Optional<ElementId> from = end == End.SOURCE ? Optional.of(there) : line.flatMap(BpmnElement::source);
        Optional<ElementId> to = end == End.TARGET ? Optional.of(there) : line.flatMap(BpmnElement::target);
        return from.flatMap(source -> to.flatMap(goal -> new ConnectionLayout(diagram).route(type, source, goal)))
                .map(points -> new Preview.Line(points, Optional.of(type)));
    }
}
