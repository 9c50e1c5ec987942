package dev.wavetank.core.validation.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.validation.Finding;
import dev.wavetank.core.validation.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaValidationTest {
    private final SchemaValidation validation = new SchemaValidation();

    @Test
    void everyViolationOfAnUnfinishedDocumentNamesItsElementInPlainWords() throws IOException {
        List<String> lines = validation.validate(fixture("unfinished.bpmn")).stream()
                .map(SchemaValidationTest::line)
                .toList();

        assertThat(lines)
                .containsExactly(
                        "schema/bad-value Process_1: Process 'Process_1' has the value 'perhaps' in attribute 'isExecutable', which is not allowed; it must be true or false.",
                        "schema/unknown-attribute Start_1: Start event 'Start_1' has an attribute 'colour', which BPMN does not know here. An attribute of another tool needs a namespace of its own.",
                        "schema/duplicate-id Task_1: The id 'Task_1' is used more than once. Each id must be unique in the document.",
                        "schema/missing-attribute Flow_1: Sequence flow 'Flow_1' has no attribute 'targetRef', which BPMN requires.",
                        "schema/bad-value Gateway_1: Exclusive gateway 'Gateway_1' has the value 'Sideways' in attribute 'gatewayDirection', which is not allowed; BPMN allows Unspecified, Converging, Diverging, Mixed.",
                        "schema/unexpected-element Flow_3: Incoming in sequence flow 'Flow_3' must not stand here: nothing more may follow at this place; check the order of the elements.",
                        "schema/dangling-reference Start_1: Start event 'Start_1' refers to 'Flow_Gone' in 'outgoing', but no element of this document has that id.",
                        "schema/dangling-reference Flow_2: Sequence flow 'Flow_2' refers to 'Nowhere' in 'targetRef', but no element of this document has that id.",
                        "schema/dangling-reference Boundary_1: Boundary event 'Boundary_1' refers to 'Task_Gone' in 'attachedToRef', but no element of this document has that id.",
                        "schema/dangling-reference Plane_1: BPMNPlane 'Plane_1' refers to 'Process_Gone' in 'bpmnElement', but no element of this document has that id.");
    }

    @Test
    void brokenXmlIsAFindingWithItsPlace() {
        List<Finding> findings = validation.validate("<a>\n<b></a>".getBytes(UTF_8));

        assertThat(findings.getLast().code()).isEqualTo("schema/not-well-formed");
        assertThat(findings.getLast().message()).startsWith("The XML is broken at line 2, column ");
    }

    @Test
    void aDocumentTypeIsRefusedAndNothingIsFetched() {
        String hostile = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>";

        List<Finding> findings = validation.validate(hostile.getBytes(UTF_8));

        assertThat(findings).extracting(Finding::code).containsExactly("schema/not-well-formed");
        assertThat(findings.getFirst().message()).doesNotContain("root:");
    }

    @Test
    void anythingAtAllGivesFindingsInsteadOfAnException() {
        for (String text : List.of("", " ", "\0", "text", "<?xml version='1.0'?>", "<a/>", "<definitions/>")) {
            assertThat(validation.validate(text.getBytes(UTF_8)))
                    .as("findings of [%s]", text)
                    .isNotEmpty()
                    .allMatch(finding -> finding.severity() == Severity.ERROR);
        }
    }

    private static String line(Finding finding) {
        return finding.code() + " " + finding.element().map(ElementId::value).orElse("-") + ": " + finding.message();
    }

    private static byte[] fixture(String name) throws IOException {
        try (InputStream in = SchemaValidationTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
