package dev.wavetank.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.ChangeId;
import dev.wavetank.core.rules.IdRules;
import dev.wavetank.core.rules.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChangeIdTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    @Test
    void everyReferenceToAnElementFollowsItsNewId() throws Exception {
        Editor editor = open();

        rename(editor, "Check", "Look");

        Diagram diagram = editor.diagram();
        assertThat(diagram.document().toString()).doesNotContain("\"Check").doesNotContain(">Check<");
        assertThat(diagram.element(id("Flow_1")).orElseThrow().source()).contains(id("Look"));
        assertThat(diagram.element(id("Asked")).orElseThrow().attachedTo()).contains(id("Look"));
        assertThat(diagram.element(id("Sales")).orElseThrow().references("flowNodeRef"))
                .containsExactly(id("Look"), id("Ok"));
        assertThat(diagram.shape(id("Look")).orElseThrow().id()).isEqualTo("Look_di");
        assertThat(diagram.findings()).isEmpty();
    }

    @Test
    void flowsMessagesProcessesAndDataObjectsAreReferredToByTheirNewIds() throws Exception {
        Editor editor = open();

        rename(editor, "Flow_1", "In");
        rename(editor, "Flow_2", "Out");
        rename(editor, "Ask", "Question");
        rename(editor, "Selling", "Sale");
        rename(editor, "Object", "Purchase");
        rename(editor, "Ok", "Fine");
        rename(editor, "Collaboration", "Market");

        Diagram diagram = editor.diagram();
        assertThat(diagram.element(id("Check")).orElseThrow().references("outgoing"))
                .containsExactly(id("In"));
        assertThat(diagram.element(id("Fine")).orElseThrow().defaultFlow()).contains(id("Out"));
        assertThat(diagram.element(id("Asked"))
                        .orElseThrow()
                        .eventDefinitions()
                        .getFirst()
                        .reference())
                .contains(id("Question"));
        assertThat(diagram.element(id("Shop")).orElseThrow().process()).contains(id("Sale"));
        assertThat(diagram.element(id("Again")).orElseThrow().attribute("calledElement"))
                .contains("Sale");
        assertThat(diagram.element(id("Order")).orElseThrow().reference("dataObjectRef"))
                .contains(id("Purchase"));
        assertThat(diagram.planes().getFirst().element()).contains(id("Market"));
        assertThat(diagram.findings()).isEmpty();
    }

    @Test
    void anIdThatCannotBeIsRefusedWithASentenceThatTellsWhy() throws Exception {
        Editor editor = open();
        IdRules rules = new IdRules(editor.diagram());
        Map<String, String> refused = Map.of(
                "", "Every element needs an id: write one that begins with a letter.",
                "check order", "An id has no blanks in it: write 'check_order'.",
                "1st", "An id begins with a letter or '_', and goes on with letters, digits, '_', '-' or '.'.",
                "a:b", "An id begins with a letter or '_', and goes on with letters, digits, '_', '-' or '.'.",
                "Ok", "Another element has the id 'Ok': choose one that is free.",
                "AskedDefinition", "Another element has the id 'AskedDefinition': choose one that is free.",
                "Shop_di", "Another element has the id 'Shop_di': choose one that is free.");

        refused.forEach((wanted, sentence) -> {
            assertThat(rules.canChange(id("Check"), wanted)).isEqualTo(new Verdict.Forbidden(sentence));
            assertThat(editor.execute(new ChangeId(id("Check"), wanted)).isEmpty())
                    .isTrue();
        });
        assertThat(rules.canChange(id("Check"), "größe-1.检查").isAllowed()).isTrue();
    }

    private Editor open() throws Exception {
        return invariants.open("change-id.bpmn");
    }

    private static void rename(Editor editor, String from, String to) {
        editor.execute(new ChangeId(id(from), to));
    }

    private static ElementId id(String value) {
        return new ElementId(value);
    }
}
