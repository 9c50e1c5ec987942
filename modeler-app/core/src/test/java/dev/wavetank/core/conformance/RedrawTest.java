package dev.wavetank.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Structure;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.validation.schema.SchemaValidation;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Reference models of the OMG test suite, drawn anew from an empty sheet by commands, say the same.
class RedrawTest {
    @RegisterExtension
    final EditorInvariants editors = new EditorInvariants();

    @ParameterizedTest
    @ValueSource(strings = {"A.1.0", "A.2.0", "A.2.1", "A.3.0", "A.4.0", "A.4.1", "B.1.0"})
    void saysTheSame(String name) throws Exception {
        Diagram reference = Diagram.read(Miwg.reference(name));
        Editor editor = editors.open("empty.bpmn");

        Redraw.of(reference, editor);

        byte[] saved = editor.diagram().document().bytes();
        List<String> drawn = Structure.of(Diagram.read(saved));
        assertThat(String.join("\n", drawn)).isEqualTo(String.join("\n", Structure.of(reference)));
        assertThat(new SchemaValidation().validate(saved)).isEmpty();
    }
}
