package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.xml.XmlAttribute;
import dev.wavetank.core.xml.XmlElement;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// What stands beside the processes of a file and is referred to from within them: messages, signals, errors,
/// escalations, item definitions, interfaces with their operations, data stores, categories with their values.
final class RootElements {
    private static final Set<String> NOT_REFERRED_TO =
            Set.of("process", "collaboration", "choreography", "import", "extension", "relationship");
    private static final Set<String> ATTRIBUTES = Set.of(
            "dataStoreRef",
            "messageRef",
            "signalRef",
            "errorRef",
            "escalationRef",
            "operationRef",
            "itemSubjectRef",
            "itemRef",
            "structureRef",
            "categoryValueRef");
    private static final Set<String> CHILDREN = Set.of("inMessageRef", "outMessageRef", "errorRef", "operationRef");

    private final Map<String, XmlElement> owners = new HashMap<>();

    RootElements(XmlElement definitions) {
        for (XmlElement child : definitions.children()) {
            if (child.name().namespace().equals(Namespaces.BPMN)
                    && !NOT_REFERRED_TO.contains(child.name().local())) {
                own(child, child);
            }
        }
    }

    private void own(XmlElement owner, XmlElement xml) {
        xml.attribute("id").ifPresent(id -> owners.putIfAbsent(id, owner));
        xml.children().forEach(child -> own(owner, child));
    }

    /// The root element that has that id, or something in it that has.
    Optional<XmlElement> of(String id) {
        return Optional.ofNullable(owners.get(id));
    }

    /// One that means the same: of the same kind, with the same name and code.
    Optional<String> like(XmlElement other) {
        Optional<String> name = other.attribute("name").filter(text -> !text.isBlank());
        return owners.values().stream()
                .filter(known -> name.isPresent() && isLike(known, other))
                .flatMap(known -> known.attribute("id").stream())
                .sorted()
                .findFirst();
    }

    static boolean isLike(XmlElement one, XmlElement other) {
        return one.name().local().equals(other.name().local())
                && one.attribute("name").equals(other.attribute("name"))
                && one.attribute("errorCode").equals(other.attribute("errorCode"))
                && one.attribute("escalationCode").equals(other.attribute("escalationCode"));
    }

    /// Those that an element and all in it refer to, and those that these refer to.
    Set<XmlElement> neededBy(XmlElement xml) {
        Set<XmlElement> needed = new LinkedHashSet<>();
        collect(xml, needed);
        return needed;
    }

    private void collect(XmlElement xml, Set<XmlElement> needed) {
        Consumer<String> take =
                written -> of(plain(written)).filter(needed::add).ifPresent(owner -> collect(owner, needed));
        for (XmlAttribute attribute : xml.attributes()) {
            if (isReference(attribute)) {
                take.accept(attribute.value());
            }
        }
        if (isReference(xml)) {
            take.accept(xml.text());
        }
        xml.children().forEach(child -> collect(child, needed));
    }

    static boolean isReference(XmlAttribute attribute) {
        return attribute.name().namespace().isEmpty()
                && ATTRIBUTES.contains(attribute.name().local());
    }

    static boolean isReference(XmlElement xml) {
        return xml.name().namespace().equals(Namespaces.BPMN)
                && CHILDREN.contains(xml.name().local());
    }

    /// A reference without the prefix that a qualified name may have.
    static String plain(String written) {
        return written.substring(written.indexOf(':') + 1).strip();
    }
}
