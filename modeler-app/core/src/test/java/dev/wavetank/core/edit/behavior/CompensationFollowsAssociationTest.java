package dev.wavetank.core.edit.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.edit.command.AppendShape;
import dev.wavetank.core.edit.command.Connect;
import dev.wavetank.core.edit.command.DeleteElements;
import dev.wavetank.core.edit.command.NodeKind;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CompensationFollowsAssociationTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    @Test
    void whatACompensationEventIsLinkedWithCompensatesAndIsReachedByNoFlow() throws Exception {
        Editor editor = open();

        editor.execute(new Connect(id("Undone"), id("Refund")));

        assertThat(element(editor, "Refund").isForCompensation()).isTrue();
        assertThat(editor.diagram().element(id("Flow_2"))).isEmpty();
        BpmnElement link = link(editor);
        assertThat(link.type()).isEqualTo(BpmnType.ASSOCIATION);
        assertThat(link.associationDirection()).isEqualTo("One");
    }

    @Test
    void whenTheLastLinkIsGoneItIsAnOrdinaryActivityAgain() throws Exception {
        Editor editor = open();
        editor.execute(new Connect(id("Undone"), id("Refund")));

        editor.execute(new DeleteElements(Set.of(link(editor).id())));

        assertThat(element(editor, "Refund").isForCompensation()).isFalse();
    }

    @Test
    void deletingTheEventIsDeletingTheLink() throws Exception {
        Editor editor = open();
        editor.execute(new Connect(id("Undone"), id("Refund")));

        editor.execute(new DeleteElements(Set.of(id("Book"))));

        assertThat(element(editor, "Refund").isForCompensation()).isFalse();
        assertThat(editor.diagram().incoming(id("Refund"))).isEmpty();
    }

    @Test
    void anActivityAppendedToTheEventCompensates() throws Exception {
        Editor editor = open();

        ChangeSet changes = editor.execute(new AppendShape(id("Undone"), NodeKind.of(BpmnType.USER_TASK)));

        assertThat(changes.created().stream().filter(it -> it.type() == BpmnType.USER_TASK))
                .singleElement()
                .satisfies(task -> assertThat(task.isForCompensation()).isTrue());
    }

    private Editor open() throws Exception {
        return invariants.open("compensation-follows-association.bpmn");
    }

    private static BpmnElement element(Editor editor, String id) {
        return editor.diagram().element(id(id)).orElseThrow();
    }

    private static BpmnElement link(Editor editor) {
        return element(
                editor, editor.diagram().outgoing(id("Undone")).getFirst().value());
    }

    private static ElementId id(String value) {
        return new ElementId(value);
    }
}
