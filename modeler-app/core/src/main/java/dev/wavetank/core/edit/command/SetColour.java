package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.xml.XmlElement;
import dev.wavetank.core.xml.XmlName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Draws elements in other colours, on every sheet that shows them. They are written twice, as the OMG's
/// `color:` attributes and as the older `bioc:` ones, since tools read the one or the other.
///
/// @param colours empty takes the elements' own colours away
public record SetColour(Set<ElementId> elements, Optional<Colours> colours) implements Command {
    public SetColour {
        elements = Set.copyOf(elements);
    }

    @Override
    public void apply(Transaction transaction) {
        Diagram diagram = transaction.diagram();
        List<ElementId> drawn = elements.stream()
                .filter(id ->
                        !diagram.shapes(id).isEmpty() || !diagram.edges(id).isEmpty())
                .sorted(Comparator.comparing(ElementId::value))
                .toList();
        if (drawn.isEmpty()) {
            return;
        }
        List<XmlName> fill = List.of(
                name(transaction, Namespaces.BIOC, "bioc", "fill"),
                name(transaction, Namespaces.COLOR, "color", "background-color"));
        List<XmlName> stroke = List.of(
                name(transaction, Namespaces.BIOC, "bioc", "stroke"),
                name(transaction, Namespaces.COLOR, "color", "border-color"));
        for (ElementId id : drawn) {
            for (Shape shape : diagram.shapes(id)) {
                paint(transaction, shape.xml(), fill, colours.map(Colours::fill));
                paint(transaction, shape.xml(), stroke, colours.map(Colours::stroke));
            }
            for (Edge edge : diagram.edges(id)) {
                paint(transaction, edge.xml(), stroke, colours.map(Colours::stroke));
            }
        }
    }

    /// The prefix is asked for once and at the root, so that a thousand elements cost no more than their tags.
    /// Where colours are taken away nothing is declared.
    private XmlName name(Transaction transaction, String namespace, String prefix, String local) {
        XmlElement root = transaction.diagram().document().root();
        return colours.isEmpty()
                ? new XmlName(prefix, namespace, local)
                : transaction.name(root, namespace, prefix, local);
    }

    private static void paint(
            Transaction transaction, XmlElement drawing, List<XmlName> attributes, Optional<String> colour) {
        for (XmlName name : attributes) {
            if (!drawing.attribute(name.namespace(), name.local()).equals(colour)) {
                transaction.edit(
                        drawing,
                        xml -> colour.map(value -> xml.withAttribute(name, value))
                                .orElseGet(() -> xml.withoutAttribute(name.namespace(), name.local())));
            }
        }
    }
}
