package dev.wavetank.app.canvas;

import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.Diagram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a screen reader says of an element: what it is, what it is called, where it stands, what follows it and
/// whether something is wrong with it, as in "User task 'Check invoice', in Lane 'Sales', 2 outgoing".
final class ElementSpeech {
    private final Messages messages;
    private final DocumentSession session;

    ElementSpeech(Messages messages, DocumentSession session) {
        this.messages = messages;
        this.session = session;
    }

    String of(BpmnElement element) {
        Diagram diagram = session.diagram();
        List<String> parts = new ArrayList<>();
        parts.add(name(element));
        if (element.type().isConnection()) {
            between(diagram, element).ifPresent(parts::add);
        } else {
            host(diagram, element)
                    .map(host -> messages.text("speech.attached", name(host)))
                    .or(() -> container(diagram, element).map(it -> messages.text("speech.in", name(it))))
                    .ifPresent(parts::add);
        }
        if (element.type().isFlowNode()) {
            parts.add(messages.text(
                    "speech.outgoing", diagram.outgoing(element.id()).size()));
        }
        long problems = session.findingsProperty().get().stream()
                .filter(finding ->
                        finding.element().filter(element.id()::equals).isPresent())
                .count();
        if (problems > 0) {
            parts.add(messages.text("speech.problems", problems));
        }
        return String.join(messages.text("speech.and"), parts);
    }

    private String name(BpmnElement element) {
        String kind = messages.kind(element.type().localName());
        return session.diagram()
                .label(element.id())
                .filter(label -> !label.isBlank())
                .map(label -> messages.text("element.named", kind, label))
                .orElse(kind);
    }

    private Optional<String> between(Diagram diagram, BpmnElement flow) {
        Optional<BpmnElement> from = flow.source().flatMap(diagram::element);
        Optional<BpmnElement> to = flow.target().flatMap(diagram::element);
        return from.isPresent() && to.isPresent()
                ? Optional.of(messages.text("speech.between", name(from.get()), name(to.get())))
                : Optional.empty();
    }

    private static Optional<BpmnElement> host(Diagram diagram, BpmnElement element) {
        return element.attachedTo().flatMap(diagram::element);
    }

    /// The lane, else the sub-process around it.
    private static Optional<BpmnElement> container(Diagram diagram, BpmnElement element) {
        Optional<BpmnElement> lane = diagram.lanes().stream()
                .filter(it -> it.references("flowNodeRef").contains(element.id()))
                .reduce((_, inner) -> inner);
        return lane.or(() -> element.parent()
                .flatMap(diagram::element)
                .filter(it -> it.type().isSubProcess()));
    }
}
