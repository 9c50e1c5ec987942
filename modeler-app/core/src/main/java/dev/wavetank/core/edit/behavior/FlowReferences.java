package dev.wavetank.core.edit.behavior;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.edit.Behavior;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.Markup;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.xml.XmlElement;
import java.util.Optional;
import java.util.function.Function;

/// Keeps the `incoming` and `outgoing` children of flow nodes true to the sequence flows. They are optional: a
/// file that goes without them is left without them.
public final class FlowReferences implements Behavior {
    @Override
    public void complete(Transaction transaction) {
        ChangeSet changes = transaction.changes();
        if (changes.isDrawingOnly()) {
            return;
        }
        for (ElementId id : changes.touched()) {
            Optional<BpmnElement> before = flow(changes.before(), id);
            Optional<BpmnElement> after = flow(changes.after(), id);
            if (before.isPresent() || after.isPresent()) {
                update(transaction, id, "outgoing", before, after, BpmnElement::source);
                update(transaction, id, "incoming", before, after, BpmnElement::target);
            }
        }
    }

    private static Optional<BpmnElement> flow(Diagram diagram, ElementId id) {
        return diagram.element(id).filter(element -> element.type() == BpmnType.SEQUENCE_FLOW);
    }

    private static void update(
            Transaction transaction,
            ElementId flow,
            String reference,
            Optional<BpmnElement> before,
            Optional<BpmnElement> after,
            Function<BpmnElement, Optional<ElementId>> end) {
        Optional<ElementId> old = before.flatMap(end);
        Optional<ElementId> now = after.flatMap(end);
        if (old.equals(now)) {
            return;
        }
        Diagram diagram = transaction.diagram();
        old.flatMap(diagram::element).ifPresent(node -> remove(transaction, node, reference, flow));
        now.flatMap(diagram::element)
                .filter(node -> !node.references(reference).contains(flow))
                .filter(node -> isUsed(diagram, node, flow))
                .ifPresent(node -> transaction.insert(
                        node.xml(),
                        Markup.of(node.xml().name().sibling(reference)).withText(flow.value())));
    }

    private static void remove(Transaction transaction, BpmnElement node, String reference, ElementId flow) {
        for (XmlElement child : node.xml().children(Namespaces.BPMN, reference)) {
            if (ElementIds.names(child.text(), flow)) {
                transaction.remove(node.xml(), child);
            }
        }
    }

    /// True unless another flow of the same container shows that the file does not have such references.
    private static boolean isUsed(Diagram diagram, BpmnElement node, ElementId flow) {
        return node.parent().stream()
                .flatMap(parent -> diagram.element(parent).stream())
                .flatMap(parent -> parent.xml().children().reversed().stream())
                .filter(sibling -> sibling.name().is(Namespaces.BPMN, "sequenceFlow"))
                .flatMap(sibling -> diagram.elementAt(sibling.key()).stream())
                .filter(sibling -> !sibling.id().equals(flow))
                .findFirst()
                .flatMap(BpmnElement::source)
                .flatMap(diagram::element)
                .map(source -> !source.references("outgoing").isEmpty())
                .orElse(true);
    }
}
