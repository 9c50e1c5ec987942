package dev.wavetank.app.feature.project;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.edit.command.EngineFields;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What an element leads to that stands elsewhere: the process that it calls, the decision that it asks for, or the
/// form that it shows.
///
/// @param key blank where the element does not say it yet
public record Reference(Kind kind, String key) {
    /// What stands there.
    public enum Kind {
        PROCESS,
        DECISION,
        FORM
    }

    private static final List<String> ENGINES = List.of(Namespaces.FLOWABLE, Namespaces.CAMUNDA, Namespaces.ACTIVITI);

    /// Empty for an element that leads nowhere.
    public static Optional<Reference> of(BpmnElement element) {
        if (element.type() == BpmnType.CALL_ACTIVITY) {
            return Optional.of(new Reference(Kind.PROCESS, process(element).strip()));
        }
        if (isDecision(element)) {
            return Optional.of(new Reference(Kind.DECISION, decision(element).strip()));
        }
        boolean mayShowForm = element.type() == BpmnType.USER_TASK || element.type() == BpmnType.START_EVENT;
        return mayShowForm
                ? form(element)
                        .map(String::strip)
                        .filter(key -> !key.isEmpty())
                        .map(key -> new Reference(Kind.FORM, key))
                : Optional.empty();
    }

    /// Whether it is only known when it runs.
    public boolean isDynamic() {
        return key.contains("${") || key.contains("#{") || key.startsWith("=");
    }

    private static String process(BpmnElement element) {
        return element.attribute("calledElement")
                .or(() -> zeebe(element, "calledElement", "processId"))
                .orElse("");
    }

    private static boolean isDecision(BpmnElement element) {
        boolean asksTable = element.type() == BpmnType.SERVICE_TASK
                && element.attribute(Namespaces.FLOWABLE, "type")
                        .filter("dmn"::equals)
                        .isPresent();
        return asksTable || element.type() == BpmnType.BUSINESS_RULE_TASK;
    }

    private static String decision(BpmnElement element) {
        return attribute(element, "decisionTableReferenceKey", "decisionServiceReferenceKey", "decisionRef")
                .or(() -> field(element, "decisionTableReferenceKey", "decisionServiceReferenceKey"))
                .or(() -> zeebe(element, "calledDecision", "decisionId"))
                .orElse("");
    }

    private static Optional<String> form(BpmnElement element) {
        return attribute(element, "formKey", "formRef")
                .or(() -> zeebe(element, "formDefinition", "formId", "formKey", "externalReference"));
    }

    private static Optional<String> attribute(BpmnElement element, String... names) {
        return Stream.of(names)
                .flatMap(name -> ENGINES.stream().flatMap(engine -> element.attribute(engine, name).stream()))
                .findFirst();
    }

    private static Optional<String> field(BpmnElement element, String... names) {
        return Stream.of(names)
                .flatMap(name -> EngineFields.value(element, name).stream())
                .findFirst();
    }

    private static Optional<String> zeebe(BpmnElement element, String extension, String... names) {
        return element.extensions().stream()
                .filter(child -> child.name().is(Namespaces.ZEEBE, extension))
                .flatMap(child -> Stream.of(names).flatMap(name -> child.attribute(name).stream()))
                .findFirst();
    }
}
