package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.Markup;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.xml.XmlAttribute;
import dev.wavetank.core.xml.XmlElement;
import dev.wavetank.core.xml.XmlName;
import java.util.List;
import java.util.Optional;

/// Sets the text of a BPMN child of an element, such as its documentation or a flow's condition; an empty text
/// takes the child away.
public record SetChildText(ElementId id, String local, String text) implements Command {
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    @Override
    public void apply(Transaction transaction) {
        Optional<BpmnElement> element = transaction.diagram().element(id);
        if (element.isEmpty()) {
            return;
        }
        Optional<XmlElement> child = element.get().detail(local);
        if (child.map(XmlElement::text).orElse("").equals(text)) {
            return;
        }
        if (child.isEmpty()) {
            transaction.insert(element.get().xml(), markup(transaction, element.get()));
        } else if (text.isEmpty()) {
            transaction.remove(element.get().xml(), child.get());
        } else {
            XmlElement old = child.get();
            transaction.edit(
                    id,
                    xml -> xml.withContent(xml.content().stream()
                            .map(node -> node == old ? old.withText(text) : node)
                            .toList()));
        }
    }

    private Markup markup(Transaction transaction, BpmnElement element) {
        XmlName name = element.xml().name().sibling(local);
        if (!"conditionExpression".equals(local)) {
            return Markup.of(name).withText(text);
        }
        XmlName type = transaction.name(element.xml(), XSI, "xsi", "type");
        String prefix = name.prefix().isEmpty() ? "" : name.prefix() + ":";
        return new Markup(name, List.of(new XmlAttribute(type, prefix + "tFormalExpression")), List.of(), text);
    }
}
