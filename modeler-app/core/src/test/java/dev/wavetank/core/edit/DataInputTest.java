package dev.wavetank.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.Connect;
import dev.wavetank.core.edit.command.CreateShape;
import dev.wavetank.core.edit.command.DeleteElements;
import dev.wavetank.core.edit.command.NodeKind;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.validation.schema.SchemaValidation;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DataInputTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private static final SchemaValidation SCHEMA = new SchemaValidation();

    @Test
    void inputsAndOutputsStandInTheSpecificationOfTheirProcess() throws Exception {
        Editor editor = open();

        ElementId input = create(editor, BpmnType.DATA_INPUT);
        ElementId output = create(editor, BpmnType.DATA_OUTPUT);
        editor.execute(new Connect(input, id("Check")));
        editor.execute(new Connect(id("Check"), output));

        assertThat(editor.diagram().element(input).flatMap(BpmnElement::parent).flatMap(editor.diagram()::element))
                .map(BpmnElement::type)
                .contains(BpmnType.IO_SPECIFICATION);
        assertThat(editor.diagram().incoming(id("Check"))).hasSize(1);
        assertThat(editor.diagram().incoming(output)).hasSize(1);
        assertThat(SCHEMA.validate(editor.diagram().document().bytes())).isEmpty();
    }

    @Test
    void aDeletedInputIsNoLongerNeeded() throws Exception {
        Editor editor = open();
        ElementId input = create(editor, BpmnType.DATA_INPUT);

        editor.execute(new DeleteElements(Set.of(input)));

        assertThat(editor.diagram().document().toString()).doesNotContain(input.value());
        assertThat(SCHEMA.validate(editor.diagram().document().bytes())).isEmpty();
    }

    private static ElementId create(Editor editor, BpmnType type) {
        return editor
                .execute(new CreateShape(NodeKind.of(type), new Point(100, 100), Optional.empty()))
                .created()
                .stream()
                .filter(it -> it.type() == type)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Editor open() throws Exception {
        return invariants.open("inputs.bpmn");
    }

    private static ElementId id(String value) {
        return new ElementId(value);
    }
}
