package dev.wavetank.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Structure;
import dev.wavetank.core.edit.Converter;
import dev.wavetank.core.edit.Converter.Mode;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.edit.command.MoveElements;
import dev.wavetank.core.validation.schema.SchemaValidation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The reference models of the OMG test suite come back from the editing model as they went in, by the rules of that
/// suite.
class RoundTripTest {
    private static final SchemaValidation SCHEMA = new SchemaValidation();

    @RegisterExtension
    final EditorInvariants editors = new EditorInvariants();

    static List<Path> references() {
        return Miwg.references();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void everyElementComesBackFromTheModel(Mode mode) throws Exception {
        for (Path file : references()) {
            byte[] reference = Files.readAllBytes(file);

            byte[] written = new Converter().convert(reference, mode).bytes();

            assertThat(SCHEMA.validate(written)).as("%s and the schema", file).isEqualTo(SCHEMA.validate(reference));
            assertThat(SCHEMA.validate(written))
                    .as("%s and the schema's own rules", file)
                    .noneMatch(finding -> !finding.code().equals("schema/dangling-reference"));
            assertThat(XmlComparison.differences(reference, written))
                    .as("%s", file)
                    .isEmpty();
            assertThat(Structure.of(Diagram.read(written)))
                    .as("%s", file)
                    .isEqualTo(Structure.of(Diagram.read(reference)));
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void whatIsMovedAndMovedBackDiffersInItsDrawingAtMost(Path file) throws Exception {
        byte[] reference = Files.readAllBytes(file);
        Editor editor = editors.open(file);
        List<BpmnElement> activities = editor.diagram().elements().stream()
                .filter(element -> element.type().isActivity())
                .filter(element -> editor.diagram().shape(element.id()).isPresent())
                .limit(4)
                .toList();

        for (BpmnElement activity : activities) {
            editor.execute(MoveElements.by(Set.of(activity.id()), 4, 3));
        }
        Editor again = editors.open(editor.diagram().document().bytes());
        for (BpmnElement activity : activities.reversed()) {
            again.execute(MoveElements.by(Set.of(activity.id()), -4, -3));
        }

        assertThat(activities).isNotEmpty();
        assertThat(XmlComparison.differences(
                        reference, again.diagram().document().bytes()))
                .allMatch(difference -> difference.contains("/BPMNEdge[") || difference.contains("/BPMNShape["));
    }

    @Test
    void theComparisonSeesWhatCountsAndNothingElse() throws Exception {
        String reference = Files.readString(Miwg.reference("A.4.1"), StandardCharsets.UTF_8);

        assertThat(differences(reference, reference.replace(" name=\"Task 1 \"", " name=\"Task one\"")))
                .hasSize(1);
        assertThat(differences(
                        reference, reference.replaceFirst("<omgdc:Bounds height=\"", "<omgdc:Bounds height=\"1")))
                .hasSize(1);
        assertThat(differences(reference, reference.replaceFirst(" isImmediate=\"true\"", "")))
                .hasSize(1);
        assertThat(differences(
                        reference,
                        reference.replaceFirst("(?s)(<startEvent .*?</startEvent>)(\\s*)(<task .*?</task>)", "$3$2$1")))
                .isNotEmpty();
        assertThat(differences(reference, reference.replaceFirst(" exporter=\"[^\"]*\"", " exporter=\"Another\"")))
                .isEmpty();
    }

    private static List<String> differences(String reference, String other) {
        assertThat(other).isNotEqualTo(reference);
        return XmlComparison.differences(
                reference.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
