package dev.wavetank.core.validation.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.ElementId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineValidationTest {
    private final EngineValidation validation = new EngineValidation();

    @Test
    void theEngineSaysWhatItWouldRefuseAndOnlyOfExecutableProcesses() throws IOException {
        List<String> lines = validation.validate(fixture("rejected.bpmn")).stream()
                .map(finding -> finding.severity() + " " + finding.code() + " "
                        + finding.element().map(ElementId::value).orElse("-") + ": " + finding.message())
                .toList();

        assertThat(lines)
                .containsExactly(
                        "ERROR engine/servicetask-missing-implementation service: The engine objects: One of the attributes"
                                + " 'class', 'delegateExpression', 'type', 'operation', or 'expression' is mandatory on serviceTask.",
                        "ERROR engine/exclusive-gateway-no-outgoing-seq-flow decide: The engine objects: Exclusive gateway has"
                                + " no outgoing sequence flow.",
                        "ERROR engine/boundary-event-no-event-definition late: The engine objects: Event definition is missing"
                                + " from boundary event.");
    }

    @Test
    void whatFlowablesReaderTripsOverIsAFinding() {
        String text = """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
                  <process id="p" isExecutable="true">
                    <startEvent id="s"><timerEventDefinition><timeDate/></timerEventDefinition></startEvent>
                    <boundaryEvent id="b" attachedToRef="gone"><timerEventDefinition/></boundaryEvent>
                    <callActivity id="c"/>
                    <subProcess id="sub"><multiInstanceLoopCharacteristics/></subProcess>
                  </process>
                </definitions>""";

        assertThat(validation.validate(text.getBytes(UTF_8)))
                .isNotEmpty()
                .allMatch(finding -> finding.code().startsWith("engine/"));
    }

    @Test
    void whatFlowablesReaderTripsOverIsToldInOurWords() {
        byte[] document = """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                             xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI"
                             xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" targetNamespace="t">
                  <process id="p" isExecutable="true"><startEvent id="s"/></process>
                  <di:BPMNDiagram><di:BPMNPlane bpmnElement="p">
                    <di:BPMNShape bpmnElement="s"><dc:Bounds x="1" y="2" width="36"/></di:BPMNShape>
                  </di:BPMNPlane></di:BPMNDiagram>
                </definitions>""".getBytes(StandardCharsets.UTF_8);

        assertThat(validation.validate(document))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .contains("a value it needs is missing")
                        .doesNotContain("null", "invoke"));
    }

    @Test
    void aHostileOrBrokenDocumentGivesNoExceptionAndIsNotFollowed() {
        String hostile = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + "<process id=\"p\" isExecutable=\"true\">&x;</process>";

        assertThat(validation.validate(hostile.getBytes(UTF_8)))
                .noneMatch(finding -> finding.message().contains("root:"));
        assertThat(validation.validate("<process isExecutable='true'".getBytes(UTF_8)))
                .isEmpty();
        assertThat(validation.validate(new byte[0])).isEmpty();
    }

    private static byte[] fixture(String name) throws IOException {
        try (InputStream in = EngineValidationTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
