package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.Markup;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.xml.XmlElement;
import java.util.Optional;

/// Changes what an element's label reads: its name, an annotation's text, or a group's category value. An empty
/// text takes it away.
public record RenameElement(ElementId id, String text) implements Command {
    @Override
    public void apply(Transaction transaction) {
        Diagram diagram = transaction.diagram();
        Optional<BpmnElement> element = diagram.element(id);
        if (element.isEmpty() || diagram.label(id).orElse("").equals(text)) {
            return;
        }
        switch (element.get().type()) {
            case TEXT_ANNOTATION -> annotate(transaction, element.get());
            case GROUP -> categorize(transaction, element.get());
            default -> {
                if (text.isEmpty()) {
                    transaction.removeAttribute(id, "name");
                } else {
                    transaction.setAttribute(id, "name", text);
                }
            }
        }
    }

    private void annotate(Transaction transaction, BpmnElement annotation) {
        Optional<XmlElement> known = annotation.detail("text");
        if (known.isPresent()) {
            XmlElement changed = known.get().withText(text);
            transaction.edit(id, xml -> xml.mapChildren(child -> child == known.get() ? changed : child));
        } else {
            transaction.insert(
                    annotation.xml(),
                    Markup.of(annotation.xml().name().sibling("text")).withText(text));
        }
    }

    private void categorize(Transaction transaction, BpmnElement group) {
        Diagram diagram = transaction.diagram();
        Optional<BpmnElement> value = group.reference("categoryValueRef")
                .flatMap(diagram::element)
                .filter(element -> element.type() == BpmnType.CATEGORY_VALUE);
        if (value.isPresent()) {
            transaction.setAttribute(value.get().id(), "value", text);
            transaction.touch(id);
            return;
        }
        ElementId valueId = DataMarkup.addCategory(transaction, text);
        transaction.setAttribute(id, "categoryValueRef", valueId.value());
    }
}
