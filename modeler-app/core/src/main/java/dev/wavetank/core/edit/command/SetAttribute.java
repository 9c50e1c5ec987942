package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.xml.XmlName;
import java.util.Optional;

/// Sets an attribute of an element, or removes it.
///
/// @param namespace empty for a BPMN attribute, else that of an extension such as Flowable's
/// @param preferredPrefix the prefix to declare if the file has none for the namespace
public record SetAttribute(
        ElementId element, String namespace, String preferredPrefix, String local, Optional<String> value)
        implements Command {

    /// A BPMN attribute.
    public static SetAttribute of(ElementId element, String local, String value) {
        return new SetAttribute(element, "", "", local, Optional.of(value));
    }

    public static SetAttribute removed(ElementId element, String local) {
        return new SetAttribute(element, "", "", local, Optional.empty());
    }

    @Override
    public void apply(Transaction transaction) {
        var known = transaction.diagram().element(element);
        if (known.isEmpty() || known.get().attribute(namespace, local).equals(value)) {
            return;
        }
        if (value.isEmpty()) {
            transaction.edit(element, xml -> xml.withoutAttribute(namespace, local));
            return;
        }
        XmlName name = namespace.isEmpty()
                ? XmlName.plain(local)
                : transaction.name(known.get().xml(), namespace, preferredPrefix, local);
        transaction.edit(element, xml -> xml.withAttribute(name, value.get()));
    }
}
