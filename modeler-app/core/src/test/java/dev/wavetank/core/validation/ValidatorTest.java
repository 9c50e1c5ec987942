package dev.wavetank.core.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetank.core.bpmn.Corpus;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.validation.ValidationProfile.Source;
import dev.wavetank.core.xml.DocumentException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ValidatorTest {
    private final Validator validator = new Validator();

    @Test
    void everyFileOfTheCorpusGetsFindingsAtItsOwnElementsAndNoException() {
        int read = 0;
        for (Path file : Corpus.files()) {
            Diagram diagram;
            try {
                diagram = Diagram.read(file);
            } catch (DocumentException e) {
                continue;
            }
            List<Finding> findings = validator.validate(diagram);

            assertThat(findings)
                    .as("findings of %s", file)
                    .doesNotHaveDuplicates()
                    .allMatch(finding -> finding.code().matches("(reader|rule|schema|engine)/[a-z0-9-]+"))
                    .allMatch(finding -> finding.message().endsWith("."), "ends with a full stop")
                    .allMatch(
                            finding -> finding.code().startsWith("reader/")
                                    || finding.element()
                                            .map(id -> diagram.element(id).isPresent())
                                            .orElse(true),
                            "its element exists");
            assertThat(findings.stream().filter(f -> f.code().equals("schema/model")))
                    .as("crashes of the model in %s", file)
                    .isEmpty();
            read++;
        }
        assertThat(read).isGreaterThan(440);
    }

    @Test
    void theSameDiagramGivesTheSameListTwice() throws DocumentException {
        Diagram diagram = Diagram.read(generated(50));

        assertThat(validator.validate(diagram)).isEqualTo(new Validator().validate(diagram));
    }

    @Test
    void aNewerDiagramWins() throws DocumentException {
        Diagram diagram = Diagram.read(generated(50));
        AtomicInteger asked = new AtomicInteger();

        assertThatThrownBy(() -> validator.validate(diagram, ValidationProfile.ALL, () -> asked.incrementAndGet() > 20))
                .isInstanceOf(CancellationException.class);
        assertThat(asked).hasValue(21);
    }

    @Test
    void aProfileChoosesSourcesAndWeights() throws DocumentException {
        Diagram diagram = Diagram.read("""
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:test">
                  <process id="p"><startEvent id="s"/><task id="t" name="Do"/><endEvent id="e" name="Done"/></process>
                </definitions>""".getBytes(UTF_8));
        ValidationProfile profile = new ValidationProfile(
                Set.of(Source.RULES),
                Map.of(
                        "rule/no-disconnected", Optional.empty(),
                        "rule/label-required", Optional.of(Severity.INFO)));

        List<Finding> findings = validator.validate(diagram, profile, () -> false);

        assertThat(findings)
                .containsExactly(Finding.of(
                        "rule/label-required",
                        Severity.INFO,
                        new ElementId("s"),
                        "Start event 's' has no name. Say what has happened: \"Order received\"."));
    }

    @Test
    void oneMistakeIsToldOnceAndAtTheElementThatHoldsIt() throws DocumentException {
        Diagram diagram = Diagram.read("""
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:test">
                  <process id="p">
                    <startEvent id="s" name="Begun"><timerEventDefinition id="timer" colour="red"/></startEvent>
                    <task id="t" name="Do"/>
                    <endEvent id="e" name="Done"/>
                    <sequenceFlow id="f" sourceRef="s" targetRef="gone"/>
                    <sequenceFlow id="g" sourceRef="t" targetRef="e"/>
                    <task id="t" name="Do again"/>
                  </process>
                </definitions>""".getBytes(UTF_8));

        List<String> findings = validator.validate(diagram).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> finding.code() + " "
                        + finding.element().map(ElementId::value).orElse("-"))
                .toList();

        assertThat(findings)
                .hasSize(3)
                .contains("schema/unknown-attribute s", "schema/dangling-reference f")
                .anyMatch(finding -> finding.startsWith("reader/duplicate-id ~task"));
    }

    @Test
    void theRulesLookAtFiveThousandNodesInAFiftiethOfASecond() throws DocumentException {
        Diagram diagram = Diagram.read(generated(5_000));
        ValidationProfile rules = new ValidationProfile(Set.of(Source.RULES), Map.of());
        for (int i = 0; i < 20; i++) {
            validator.validate(diagram, rules, () -> false);
        }

        long best = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            validator.validate(diagram, rules, () -> false);
            best = Math.min(best, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
        }

        System.out.println("rules at 5,000 nodes: " + best / 1_000_000.0 + " ms CPU");
        // 50 ms is the aim with the optimising compiler; tests run with the quick one, on a shared machine.
        assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(250));
    }

    /// A process of that many tasks in a row, with drawing.
    private static byte[] generated(int tasks) {
        StringBuilder nodes = new StringBuilder();
        StringBuilder shapes = new StringBuilder();
        for (int i = 0; i < tasks; i++) {
            nodes.append("<userTask id='t%d' name='Task %d'/>".formatted(i, i));
            if (i > 0) {
                nodes.append("<sequenceFlow id='f%d' sourceRef='t%d' targetRef='t%d'/>".formatted(i, i - 1, i));
            }
            shapes.append("<di:BPMNShape id='s%d' bpmnElement='t%d'><dc:Bounds x='%d' y='%d' width='100' height='80'/>"
                    .formatted(i, i, i % 100 * 150, i / 100 * 120));
            shapes.append("</di:BPMNShape>");
        }
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:test"
                    xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC">
                <process id="p">%s</process>
                <di:BPMNDiagram id="d"><di:BPMNPlane id="plane" bpmnElement="p">%s</di:BPMNPlane></di:BPMNDiagram>
                </definitions>""".formatted(nodes, shapes).getBytes(UTF_8);
    }
}
