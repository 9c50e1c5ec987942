package dev.wavetank.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.CopiedElements;
import dev.wavetank.core.edit.command.PasteElements;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.validation.schema.SchemaValidation;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RootReferencesTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private static final SchemaValidation SCHEMA = new SchemaValidation();

    @Test
    void aCopyInTheSameFileSpeaksOfTheSameMessage() throws Exception {
        Editor editor = open();

        BpmnElement copy = paste(editor, editor, "Asked", BpmnType.START_EVENT);

        assertThat(copy.eventDefinitions().getFirst().reference()).contains(id("Ask"));
        assertThat(count(editor, BpmnType.MESSAGE)).isEqualTo(1);
    }

    @Test
    void inAnotherFileTheMessageComesAlongOnceWithItsType() throws Exception {
        Editor from = open();
        Editor to = invariants.open("root-references-elsewhere.bpmn");

        paste(from, to, "Asked", BpmnType.START_EVENT);
        BpmnElement again = paste(from, to, "Asked", BpmnType.START_EVENT);

        assertThat(again.eventDefinitions().getFirst().reference()).contains(id("Ask"));
        assertThat(to.diagram().element(id("Ask")).flatMap(it -> it.attribute("itemRef")))
                .contains("OrderType");
        assertThat(count(to, BpmnType.MESSAGE)).isEqualTo(2);
        assertThat(count(to, BpmnType.ITEM_DEFINITION)).isEqualTo(1);
        assertThat(SCHEMA.validate(to.diagram().document().bytes())).isEmpty();
    }

    @Test
    void whatHasAnIdThatIsSomethingElseThereGetsAnother() throws Exception {
        Editor from = open();
        Editor to = invariants.open("root-references-elsewhere.bpmn");

        BpmnElement copy = paste(from, to, "Stopped", BpmnType.END_EVENT);

        ElementId signal = copy.eventDefinitions().getFirst().reference().orElseThrow();
        assertThat(signal).isNotEqualTo(id("Stop"));
        assertThat(to.diagram().element(signal).orElseThrow().name()).contains("Stop");
        assertThat(to.diagram().element(signal).orElseThrow().type()).isEqualTo(BpmnType.SIGNAL);
        assertThat(SCHEMA.validate(to.diagram().document().bytes())).isEmpty();
    }

    private static BpmnElement paste(Editor from, Editor to, String element, BpmnType type) {
        String copied = CopiedElements.of(from.diagram(), Set.of(id(element)));
        ChangeSet changes = to.execute(new PasteElements(copied, new Point(200, 400), Optional.empty()));
        return changes.created().stream()
                .filter(it -> it.type() == type)
                .findFirst()
                .orElseThrow();
    }

    private static long count(Editor editor, BpmnType type) {
        return editor.diagram().elements().stream()
                .filter(it -> it.type() == type)
                .count();
    }

    private Editor open() throws Exception {
        return invariants.open("root-references.bpmn");
    }

    private static ElementId id(String value) {
        return new ElementId(value);
    }
}
