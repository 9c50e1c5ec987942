package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.edit.Markup;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.rules.Nature;
import dev.wavetank.core.xml.XmlAttribute;
import dev.wavetank.core.xml.XmlElement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Exchanges what makes an element one of the engine's own kinds. Other programs' extensions, and those of the
/// engine that any kind may have, stay.
final class EngineParts {
    private static final List<BpmnType> CALLERS =
            List.of(BpmnType.SERVICE_TASK, BpmnType.SEND_TASK, BpmnType.BUSINESS_RULE_TASK);

    /// Attributes that only some types have, and which.
    private static final Map<String, List<BpmnType>> OWN = Map.ofEntries(
            Map.entry("class", CALLERS),
            Map.entry("expression", CALLERS),
            Map.entry("delegateExpression", CALLERS),
            Map.entry("resultVariableName", CALLERS),
            Map.entry("assignee", List.of(BpmnType.USER_TASK)),
            Map.entry("candidateUsers", List.of(BpmnType.USER_TASK)),
            Map.entry("candidateGroups", List.of(BpmnType.USER_TASK)),
            Map.entry("dueDate", List.of(BpmnType.USER_TASK)),
            Map.entry("priority", List.of(BpmnType.USER_TASK)),
            Map.entry("formKey", List.of(BpmnType.USER_TASK, BpmnType.START_EVENT)),
            Map.entry("initiator", List.of(BpmnType.START_EVENT)));

    /// How a task with a type of the engine's own cannot be implemented besides.
    private static final Set<String> IMPLEMENTATIONS = Set.of("class", "expression", "delegateExpression");

    private static final Set<String> KIND_ATTRIBUTES = Set.of("type", "topic", "triggerable");
    private static final Set<String> KIND_ELEMENTS = Set.of(
            "field",
            "eventType",
            "eventName",
            "triggerEventType",
            "triggerEventName",
            "channelKey",
            "channelName",
            "eventInParameter",
            "eventOutParameter",
            "eventCorrelationParameter",
            "triggerEventCorrelationParameter",
            "variableListenerEventDefinition");

    private EngineParts() {}

    /// @param old as it was before
    static void exchange(Transaction transaction, BpmnElement old, NodeKind kind) {
        boolean same = isOfKind(old, kind);
        KindMarkup markup = new KindMarkup(transaction, kind, old.xml());
        List<XmlAttribute> wanted = same ? List.of() : markup.flowableAttributes();
        List<Markup> elements = same ? List.of() : markup.extensionElements();
        transaction.edit(old.id(), xml -> {
            XmlElement now = xml;
            for (XmlAttribute attribute : xml.attributes()) {
                if (attribute.name().namespace().equals(Namespaces.FLOWABLE)
                        && goes(attribute.name().local(), kind, same)) {
                    now = now.withoutAttribute(
                            Namespaces.FLOWABLE, attribute.name().local());
                }
            }
            for (XmlAttribute attribute : wanted) {
                now = now.withAttribute(attribute.name(), attribute.value());
            }
            return now;
        });
        if (!same) {
            clear(transaction, old);
            write(transaction, old, elements);
        }
    }

    private static boolean goes(String attribute, NodeKind kind, boolean same) {
        boolean foreign = OWN.containsKey(attribute) && !OWN.get(attribute).contains(kind.type());
        boolean typed = kind.flowable().attributes().containsKey("type") && IMPLEMENTATIONS.contains(attribute);
        return foreign || typed || !same && KIND_ATTRIBUTES.contains(attribute);
    }

    /// Whether an element has the attributes and extension elements by which the kind differs from others.
    static boolean isOfKind(BpmnElement element, NodeKind kind) {
        Optional<String> type = element.attribute(Namespaces.FLOWABLE, "type");
        return type.equals(Optional.ofNullable(kind.flowable().attributes().get("type")))
                && Nature.of(element).engineTrigger().equals(kind.nature().engineTrigger());
    }

    private static void clear(Transaction transaction, BpmnElement old) {
        Optional<XmlElement> extensions = old.detail("extensionElements");
        if (extensions.isEmpty()) {
            return;
        }
        List<XmlElement> gone = extensions.get().children().stream()
                .filter(child -> child.name().namespace().equals(Namespaces.FLOWABLE)
                        && KIND_ELEMENTS.contains(child.name().local()))
                .toList();
        if (!gone.isEmpty() && gone.size() == extensions.get().children().size()) {
            transaction.remove(old.xml(), extensions.get());
        } else {
            gone.forEach(child -> transaction.removeFrom(old.xml(), extensions.get(), child));
        }
    }

    private static void write(Transaction transaction, BpmnElement old, List<Markup> elements) {
        if (elements.isEmpty()) {
            return;
        }
        ElementId id = old.id();
        BpmnElement now = transaction.diagram().element(id).orElseThrow();
        Optional<XmlElement> extensions = now.detail("extensionElements");
        if (extensions.isPresent()) {
            elements.forEach(element -> transaction.insertInto(now.xml(), extensions.get(), element));
            return;
        }
        Markup fresh = Markup.of(now.xml().name().sibling("extensionElements"));
        for (Markup element : elements) {
            fresh = fresh.with(element);
        }
        transaction.insert(now.xml(), fresh);
    }
}
