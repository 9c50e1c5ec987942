package dev.wavetank.core.validation;

import dev.wavetank.core.bpmn.BpmnElement;
import java.util.Locale;
import java.util.Optional;

/// How a sentence names an element.
public final class ElementWords {
    private ElementWords() {}

    /// `sequenceFlow` as `sequence flow`; `BPMNShape` stays as it is.
    public static String words(String localName) {
        return localName.startsWith("BPMN")
                ? localName
                : localName.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    /// `Sequence flow 'Flow_1'`.
    public static String describe(String localName, Optional<String> id) {
        return sentence(words(localName))
                + id.filter(text -> !text.isBlank())
                        .map(text -> " '" + text + "'")
                        .orElse("");
    }

    /// `User task "Approve invoice"`, or by its id if it has no name.
    public static String describe(BpmnElement element) {
        String words = sentence(words(element.type().localName()));
        return element.name()
                .map(name -> name.strip().replaceAll("\\s+", " "))
                .filter(name -> !name.isEmpty())
                .map(name -> words + " \"" + name + "\"")
                .orElseGet(() -> element.id().isSynthetic() ? words : words + " '" + element.id() + "'");
    }

    /// With a capital letter.
    public static String sentence(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
