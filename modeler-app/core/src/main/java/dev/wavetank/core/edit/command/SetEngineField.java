package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.xml.XmlElement;
import java.util.Optional;

/// Gives a `flowable:field` of a task another value, in the place where the file has it. A field that is not there is
/// not made.
public record SetEngineField(ElementId task, String field, String value) implements Command {
    @Override
    public void apply(Transaction transaction) {
        Optional<BpmnElement> known = transaction.diagram().element(task);
        Optional<String> before = known.flatMap(element -> EngineFields.value(element, field));
        if (before.isPresent() && !before.get().equals(value)) {
            transaction.edit(task, xml -> xml.mapChildren(this::withinExtensions));
        }
    }

    private XmlElement withinExtensions(XmlElement child) {
        return child.name().is(Namespaces.BPMN, "extensionElements")
                ? child.mapChildren(
                        it -> EngineFields.isField(it) && EngineFields.isCalled(it, field) ? changed(it) : it)
                : child;
    }

    private XmlElement changed(XmlElement it) {
        Optional<String> attribute = EngineFields.ATTRIBUTES.stream()
                .filter(name -> it.attribute(name).isPresent())
                .findFirst();
        return attribute.isPresent()
                ? it.withAttribute(attribute.get(), value)
                : it.mapChildren(
                        child -> EngineFields.CHILDREN.contains(child.name().local()) ? child.withText(value) : child);
    }
}
