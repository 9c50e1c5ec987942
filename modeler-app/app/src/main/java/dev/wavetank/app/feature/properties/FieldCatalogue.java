package dev.wavetank.app.feature.properties;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.edit.command.EngineFields;
import dev.wavetank.core.xml.XmlAttribute;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which fields an element has: those that its type offers, and whatever else its file says about it.
final class FieldCatalogue {
    /// Attributes that other gestures own: changing them here would tear the diagram.
    private static final Set<String> STRUCTURE =
            Set.of("id", "name", "sourceRef", "targetRef", "attachedToRef", "default", "processRef", "bpmnElement");

    private FieldCatalogue() {}

    static List<Field> of(BpmnElement element) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("id", Field.Group.GENERAL, new Field.Binding.Id(), Field.Shape.LINE, List.of()));
        fields.add(new Field("name", Field.Group.GENERAL, new Field.Binding.Name(), Field.Shape.LINE, List.of()));
        fields.add(new Field(
                "documentation",
                Field.Group.GENERAL,
                new Field.Binding.Child("documentation"),
                Field.Shape.TEXT,
                List.of()));
        EngineFields.names(element).forEach(name -> fields.add(Field.engine(name)));
        fields.addAll(ofType(element.type()));
        fields.addAll(others(element, fields));
        return List.copyOf(fields);
    }

    private static List<Field> ofType(BpmnType type) {
        List<Field> fields = new ArrayList<>();
        switch (type) {
            case PROCESS ->
                fields.addAll(List.of(
                        Field.flag("isExecutable"),
                        Field.flowable("candidateStarterUsers"),
                        Field.flowable("candidateStarterGroups")));
            case USER_TASK ->
                fields.addAll(List.of(
                        Field.flowable("assignee"),
                        Field.flowable("candidateUsers"),
                        Field.flowable("candidateGroups"),
                        Field.flowable("dueDate"),
                        Field.flowable("priority"),
                        Field.flowable("formKey")));
            case SERVICE_TASK, SEND_TASK, BUSINESS_RULE_TASK ->
                fields.addAll(List.of(
                        Field.flowable("class"),
                        Field.flowable("expression"),
                        Field.flowable("delegateExpression"),
                        Field.flowable("resultVariable"),
                        Field.flowable("type"),
                        Field.flowable("topic"),
                        Field.flowableFlag("triggerable")));
            case SCRIPT_TASK ->
                fields.addAll(
                        List.of(Field.plain("scriptFormat"), Field.text("script"), Field.flowable("resultVariable")));
            case CALL_ACTIVITY ->
                fields.addAll(List.of(
                        Field.plain("calledElement"),
                        Field.flowable("businessKey"),
                        Field.flowableFlag("inheritVariables")));
            case START_EVENT -> fields.addAll(List.of(Field.flowable("initiator"), Field.flowable("formKey")));
            case SEQUENCE_FLOW -> fields.add(Field.text("conditionExpression"));
            default -> {}
        }
        if (type.isActivity()) {
            fields.addAll(List.of(
                    Field.flowableFlag("async"),
                    Field.flowableFlagUnlessFalse("exclusive"),
                    Field.flowable("skipExpression")));
        }
        return fields;
    }

    private static List<Field> others(BpmnElement element, List<Field> known) {
        Set<Field.Binding> bindings = new HashSet<>();
        known.forEach(field -> bindings.add(field.binding()));
        List<Field> others = new ArrayList<>();
        for (XmlAttribute attribute : element.xml().attributes()) {
            String namespace =
                    attribute.name().prefix().isEmpty() ? "" : attribute.name().namespace();
            var binding =
                    new Field.Binding.Attribute(namespace, attribute.name().local());
            boolean structure =
                    namespace.isEmpty() && STRUCTURE.contains(attribute.name().local());
            if (!attribute.isNamespaceDeclaration() && !structure && !bindings.contains(binding)) {
                others.add(Field.other(
                        attribute.name().qualified(),
                        namespace,
                        attribute.name().local()));
            }
        }
        return others;
    }
}
