package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.edit.Markup;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.xml.XmlAttribute;
import dev.wavetank.core.xml.XmlElement;
import dev.wavetank.core.xml.XmlName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Writes elements of another file anew: with ids that are free here, references among them kept, references to
/// what this file does not have left out, and prefixes as this file has them.
final class Transcript {
    private static final Set<String> REFERENCE_CHILDREN =
            Set.of("incoming", "outgoing", "sourceRef", "targetRef", "flowNodeRef");
    private static final Set<String> INNER_REFERENCES =
            Set.of("sourceRef", "targetRef", "attachedToRef", "default", "dataObjectRef", "activityRef");
    private final Transaction transaction;
    private final Map<String, String> ids = new HashMap<>();

    Transcript(Transaction transaction) {
        this.transaction = transaction;
    }

    /// Gives a new id to these elements and to all in them, but for connections that lead elsewhere.
    void rename(List<XmlElement> elements) {
        elements.forEach(this::rename);
        int before = 0;
        while (before != ids.size()) {
            before = ids.size();
            elements.forEach(this::prune); // again, as an association may lead to such a connection
        }
    }

    private void rename(XmlElement xml) {
        xml.attribute("id").ifPresent(id -> ids.put(id, fresh(xml)));
        xml.children().forEach(this::rename);
    }

    private void prune(XmlElement xml) {
        if (isDangling(xml)) {
            xml.attribute("id").ifPresent(ids::remove);
        }
        xml.children().forEach(this::prune);
    }

    private String fresh(XmlElement xml) {
        BpmnType type = BpmnType.of(xml.name().local());
        String local = xml.name().local();
        String plain = Character.toUpperCase(local.charAt(0)) + local.substring(1);
        String prefix = type == BpmnType.UNKNOWN
                ? plain
                : type == BpmnType.SEQUENCE_FLOW ? "Flow" : NodeKind.of(type).idPrefix();
        return transaction.newId(prefix).value();
    }

    /// Writes a message, signal or the like of the other file at the root, unless the same one is here already.
    void adopt(BpmnElement shared) {
        ElementId id = shared.id();
        Optional<BpmnElement> known = transaction.diagram().element(id);
        boolean same = known.filter(
                        here -> here.type() == shared.type() && here.name().equals(shared.name()))
                .isPresent();
        if (id.isSynthetic() || same) {
            return;
        }
        if (known.isPresent()) {
            rename(shared.xml());
        } else {
            keep(shared.xml());
        }
        transaction.insert(transaction.diagram().document().root(), element(shared.xml()));
    }

    /// Keeps the ids that are free here.
    private void keep(XmlElement xml) {
        xml.attribute("id")
                .ifPresent(id -> ids.put(
                        id, transaction.diagram().element(new ElementId(id)).isPresent() ? fresh(xml) : id));
        xml.children().forEach(this::keep);
    }

    boolean knows(ElementId id) {
        return ids.containsKey(id.value());
    }

    ElementId renamed(ElementId id) {
        return new ElementId(ids.getOrDefault(id.value(), id.value()));
    }

    Markup element(XmlElement xml) {
        List<XmlAttribute> attributes = new ArrayList<>();
        for (XmlAttribute attribute : xml.attributes()) {
            if (!attribute.isNamespaceDeclaration()) {
                transcribe(attribute).ifPresent(attributes::add);
            }
        }
        List<Markup> children = new ArrayList<>();
        for (XmlElement child : xml.children()) {
            if (!isDangling(child)) {
                children.add(element(child));
            }
        }
        String text = children.isEmpty() || !xml.text().isBlank() ? xml.text() : "";
        String written = isReference(xml) ? inner(text).orElse(text) : text;
        return new Markup(name(xml.name()), attributes, children, written);
    }

    /// A reference to what was not copied, or a connection that leads there.
    boolean isDangling(XmlElement xml) {
        BpmnType type = BpmnType.of(xml.name().local());
        if (type.isDataAssociation()) {
            return xml.children().stream().anyMatch(this::isDangling);
        }
        return type.isConnection()
                ? !leadsIn(xml, "sourceRef") || !leadsIn(xml, "targetRef")
                : isReference(xml) && inner(xml.text()).isEmpty();
    }

    private boolean leadsIn(XmlElement connection, String end) {
        return connection.attribute(end).flatMap(this::inner).isPresent();
    }

    private static boolean isReference(XmlElement xml) {
        return xml.name().namespace().equals(Namespaces.BPMN)
                && REFERENCE_CHILDREN.contains(xml.name().local());
    }

    private Optional<XmlAttribute> transcribe(XmlAttribute attribute) {
        XmlName name = attribute.name();
        if (!name.namespace().isEmpty()) {
            return Optional.of(new XmlAttribute(name(name), attribute.value()));
        }
        if (name.local().equals("id")) {
            return Optional.of(new XmlAttribute(name, ids.getOrDefault(attribute.value(), attribute.value())));
        }
        if (INNER_REFERENCES.contains(name.local())) {
            return inner(attribute.value()).map(value -> new XmlAttribute(name, value));
        }
        if (!RootReferences.ATTRIBUTES.contains(name.local())) {
            return Optional.of(attribute);
        }
        Optional<XmlAttribute> adopted = inner(attribute.value()).map(value -> new XmlAttribute(name, value));
        return adopted.or(() -> Optional.of(attribute).filter(reference -> isHere(reference.value())));
    }

    /// The new id of what was copied along.
    private Optional<String> inner(String written) {
        return Optional.ofNullable(ids.get(plain(written)));
    }

    /// In one file a copy refers to the same message.
    private boolean isHere(String written) {
        return transaction.diagram().element(new ElementId(plain(written))).isPresent();
    }

    private static String plain(String written) {
        return written.substring(written.indexOf(':') + 1).strip();
    }

    private XmlName name(XmlName name) {
        if (name.namespace().isEmpty()) {
            return name;
        }
        XmlElement root = transaction.diagram().document().root();
        String preferred = name.prefix().isEmpty() ? "ns" : name.prefix();
        return name.namespace().equals(Namespaces.BPMN)
                ? Connect.bpmnName(transaction, root, name.local())
                : transaction.name(root, name.namespace(), preferred, name.local());
    }

    /// The shape or edge of an element that was pasted.
    Markup drawing(XmlElement xml, ElementId element) {
        Markup same = element(xml);
        String id = renamed(element).value();
        List<XmlAttribute> attributes = new ArrayList<>();
        attributes.add(new XmlAttribute(XmlName.plain("id"), id + "_di"));
        attributes.add(new XmlAttribute(XmlName.plain("bpmnElement"), id));
        same.attributes().stream()
                .filter(attribute -> !Set.of("id", "bpmnElement", "sourceElement", "targetElement")
                        .contains(attribute.name().qualified()))
                .forEach(attributes::add);
        List<Markup> children =
                same.children().stream().map(Transcript::nameless).toList();
        return new Markup(same.name(), attributes, children, "");
    }

    private static Markup nameless(Markup part) {
        List<XmlAttribute> attributes = part.attributes().stream()
                .filter(attribute -> !attribute.name().qualified().equals("id"))
                .toList();
        return new Markup(part.name(), attributes, part.children(), part.text());
    }
}
