package dev.wavetank.templates;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.cluster.api.ClusterSpec;
import dev.wavetank.cluster.api.ClusterSpecs;
import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.validation.Finding;
import dev.wavetank.core.validation.Severity;
import dev.wavetank.core.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTest {
    private static final Validator VALIDATOR = new Validator();

    static Stream<Template> processes() {
        return Templates.processes().stream();
    }

    static Stream<Template> clusters() {
        return Templates.clusters().stream();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void aProcessHasNoErrorAndNoWarning(Template template) throws Exception {
        List<Finding> findings = VALIDATOR.validate(Diagram.read(template.bytes()));

        assertThat(findings)
                .filteredOn(finding -> finding.severity() != Severity.INFO)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void aProcessIsExecutableAndCalledAsTheCatalogueSays(Template template) throws Exception {
        List<BpmnElement> processes = Diagram.read(template.bytes()).elements().stream()
                .filter(element -> element.type() == BpmnType.PROCESS)
                .toList();

        assertThat(processes).singleElement().satisfies(process -> {
            assertThat(process.id().value()).isEqualTo(template.name());
            assertThat(process.name()).contains(template.title());
            assertThat(process.attribute("isExecutable")).contains("true");
            assertThat(process.documentation()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everythingInAProcessIsDrawn(Template template) throws Exception {
        Diagram diagram = Diagram.read(template.bytes());

        assertThat(diagram.elements())
                .filteredOn(
                        element -> element.type().isFlowNode() || element.type().isSwimlane())
                .isNotEmpty()
                .allSatisfy(element -> assertThat(diagram.shape(element.id()))
                        .as("shape of %s", element.id())
                        .isPresent());
        assertThat(diagram.elements())
                .filteredOn(element -> element.type() == BpmnType.SEQUENCE_FLOW)
                .allSatisfy(
                        flow -> assertThat(diagram.edge(flow.id()).orElseThrow().waypoints())
                                .as("waypoints of %s", flow.id())
                                .hasSizeGreaterThanOrEqualTo(2));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyServiceStepIsAsynchronousAndWritesTheLedger(Template template) throws Exception {
        assertThat(Diagram.read(template.bytes()).elements())
                .filteredOn(element -> element.type() == BpmnType.SERVICE_TASK)
                .isNotEmpty()
                .allSatisfy(step -> {
                    assertThat(step.attribute("http://flowable.org/bpmn", "async"))
                            .contains("true");
                    assertThat(step.attribute("http://flowable.org/bpmn", "delegateExpression"))
                            .contains("${ledger}");
                });
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void aClusterDescriptionIsReadAndCalledAsTheCatalogueSays(Template template) throws Exception {
        ClusterSpec spec = ClusterSpecs.parse(new String(template.bytes(), UTF_8));

        assertThat(spec.name()).isEqualTo(template.name());
        assertThat(spec.takeover()).isEqualTo(!template.name().equals("no-takeover"));
    }

    @Test
    void theCatalogueListsExactlyTheFilesThatAreThere() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            List<String> there = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".bpmn") || name.endsWith(".json"))
                    .sorted()
                    .toList();
            assertThat(Templates.all().stream().map(Template::fileName).sorted())
                    .containsExactlyElementsOf(there);
        }
    }

    @Test
    void aTemplateIsFoundByItsName() {
        assertThat(Templates.find("order-fulfilment")).contains(Templates.ORDER_FULFILMENT);
        assertThat(Templates.find("nothing-of-the-kind")).isEqualTo(Optional.empty());
    }
}
