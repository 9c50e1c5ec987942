package dev.wavetank.app.feature.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.app.feature.project.Reference.Kind;
import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.Diagram;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <callActivity calledElement='ship'/>                                            | PROCESS  | ship
            <callActivity/>                                                                 | PROCESS  | ''
            <businessRuleTask c:decisionRef='risk'/>                                        | DECISION | risk
            <businessRuleTask f:decisionTableReferenceKey='risk'/>                          | DECISION | risk
            <businessRuleTask/>                                                             | DECISION | ''
            <userTask f:formKey='approval'/>                                                | FORM     | approval
            <startEvent c:formRef='order'/>                                                 | FORM     | order
            """)
    void anElementLeadsToWhatItsAttributeNames(String element, Kind kind, String key) throws Exception {
        assertThat(of(element)).contains(new Reference(kind, key));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            serviceTask f:type='dmn'|<f:field name='decisionTableReferenceKey'><f:string>risk</f:string></f:field>|risk
            serviceTask f:type='dmn'|<f:field name='decisionServiceReferenceKey' stringValue='risk'/>|risk
            businessRuleTask|<z:calledDecision decisionId='risk'/>|risk
            """)
    void aDecisionIsFoundInTheExtensionsOfItsTask(String tag, String extension, String key) throws Exception {
        String name = tag.split(" ")[0];

        assertThat(of("<%s><extensionElements>%s</extensionElements></%s>".formatted(tag, extension, name)))
                .contains(new Reference(Kind.DECISION, key));
    }

    @ParameterizedTest
    @CsvSource({"<userTask/>", "<serviceTask f:type='http'/>", "<task/>"})
    void whatNamesNothingLeadsNowhere(String element) throws Exception {
        assertThat(of(element)).isEmpty();
    }

    private static Optional<Reference> of(String element) throws Exception {
        String named = element.replaceFirst("^<(\\w+)", "<$1 id='it'");
        String text = """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:f="http://flowable.org/bpmn"
                  xmlns:c="http://camunda.org/schema/1.0/bpmn" xmlns:z="http://camunda.org/schema/zeebe/1.0">
                  <process id="p">%s</process></definitions>""".formatted(named);
        BpmnElement read = Diagram.read(text.getBytes(StandardCharsets.UTF_8)).elements().stream()
                .filter(it -> it.id().value().equals("it"))
                .findFirst()
                .orElseThrow();
        return Reference.of(read);
    }
}
