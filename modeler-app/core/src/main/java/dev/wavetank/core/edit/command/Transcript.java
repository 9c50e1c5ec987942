package dev.wavetank.core.edit.command;

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

/// Writes elements of another file anew: with ids that are free here, references among them kept, and prefixes as
/// this file has them. A message, signal or the like that they refer to is the one this file has, if it has one that
/// means the same; else it comes along.
final class Transcript {
    private static final Set<String> REFERENCE_CHILDREN =
            Set.of("incoming", "outgoing", "sourceRef", "targetRef", "flowNodeRef");
    private static final Set<String> INNER_REFERENCES =
            Set.of("sourceRef", "targetRef", "attachedToRef", "default", "dataObjectRef", "activityRef", "processRef");

    private final Transaction transaction;
    private final RootElements there;
    private final RootElements here;
    private final Map<String, String> ids = new HashMap<>();
    /// What a root element of the other file is called here.
    private final Map<String, String> rootIds = new HashMap<>();
    private final Map<String, String> prefixes = new HashMap<>();
    private final List<XmlElement> rootsToCopy = new ArrayList<>();

    /// @param source the root of the other file
    Transcript(Transaction transaction, XmlElement source) {
        this.transaction = transaction;
        this.there = new RootElements(source);
        this.here = new RootElements(transaction.diagram().document().root());
    }

    /// Gives a new id to these elements and to all in them, but for connections that lead elsewhere.
    void rename(List<XmlElement> elements) {
        elements.forEach(this::rename);
        int before = 0;
        while (before != ids.size()) {
            before = ids.size();
            elements.forEach(this::prune); // again, as an association may lead to such a connection
        }
        elements.forEach(xml -> there.neededBy(xml).forEach(this::meet));
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
                : type == BpmnType.SEQUENCE_FLOW || type == BpmnType.MESSAGE_FLOW
                        ? "Flow"
                        : NodeKind.of(type).idPrefix();
        return transaction.newId(prefix).value();
    }

    /// Decides whether this file has a root element already. The value that is a group's name is the group's own,
    /// so that a copy can be renamed by itself.
    private void meet(XmlElement root) {
        String id = root.attribute("id").orElse("");
        if (rootIds.containsKey(id)) {
            return;
        }
        boolean groupName = root.name().local().equals("category");
        boolean same = !groupName
                && here.of(id).filter(known -> RootElements.isLike(known, root)).isPresent();
        Optional<String> alike = groupName || same ? Optional.empty() : here.like(root);
        if (alike.isPresent()) {
            rootIds.put(id, alike.get());
        } else if (!same) {
            rootsToCopy.add(root);
            renameRoot(root);
        }
    }

    private void renameRoot(XmlElement xml) {
        xml.attribute("id").ifPresent(id -> {
            boolean free = here.of(id).isEmpty()
                    && transaction.diagram().element(new ElementId(id)).isEmpty();
            rootIds.put(id, free ? id : fresh(xml));
        });
        xml.children().forEach(this::renameRoot);
    }

    /// The root elements that this file lacks.
    List<Markup> roots() {
        return rootsToCopy.stream().map(this::element).toList();
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
        if (RootElements.isReference(xml)) {
            written = outer(text).orElse(text);
        }
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
            String id = attribute.value();
            return Optional.of(new XmlAttribute(name, ids.getOrDefault(id, rootIds.getOrDefault(id, id))));
        }
        if (INNER_REFERENCES.contains(name.local())) {
            return inner(attribute.value()).map(value -> new XmlAttribute(name, value));
        }
        if (!RootElements.isReference(attribute)) {
            return Optional.of(attribute);
        }
        Optional<XmlAttribute> known = outer(attribute.value()).map(value -> new XmlAttribute(name, value));
        boolean typeOfElsewhere = name.local().equals("structureRef"); // such as xsd:string
        return typeOfElsewhere ? known.or(() -> Optional.of(attribute)) : known;
    }

    /// The new id of what was copied along.
    private Optional<String> inner(String written) {
        return Optional.ofNullable(ids.get(RootElements.plain(written)));
    }

    /// What a root element is called here; empty if neither file has it.
    private Optional<String> outer(String written) {
        String id = RootElements.plain(written);
        return Optional.ofNullable(rootIds.get(id))
                .or(() -> here.of(id).map(_ -> written))
                .or(() -> inner(written));
    }

    private XmlName name(XmlName name) {
        if (name.namespace().isEmpty()) {
            return name;
        }
        String prefix = prefixes.computeIfAbsent(name.namespace(), namespace -> {
            XmlElement root = transaction.diagram().document().root();
            String preferred = name.prefix().isEmpty() ? "ns" : name.prefix();
            return namespace.equals(Namespaces.BPMN)
                    ? Connect.bpmnName(transaction, root, name.local()).prefix()
                    : transaction.name(root, namespace, preferred, name.local()).prefix();
        });
        return new XmlName(prefix, name.namespace(), name.local());
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

    /// A sheet that shows the inside of a closed sub-process, with these drawings.
    Markup sheet(XmlElement plane, ElementId shown, List<Markup> drawings) {
        String id = renamed(shown).value();
        XmlName name = name(plane.name());
        Markup inside = new Markup(
                name,
                List.of(
                        new XmlAttribute(XmlName.plain("id"), id + "_plane"),
                        new XmlAttribute(XmlName.plain("bpmnElement"), id)),
                drawings,
                "");
        return Markup.of(name.sibling("BPMNDiagram"))
                .with("id", id + "_diagram")
                .with(inside);
    }
}
