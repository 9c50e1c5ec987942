package dev.wavetank.core.edit.behavior;

import static dev.wavetank.core.edit.Seen.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.edit.Seen;
import dev.wavetank.core.edit.command.MoveElements;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConnectionsObeyRulesTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private Editor editor;
    private Seen seen;

    @BeforeEach
    void open() throws Exception {
        editor = invariants.open("connections-obey-rules.bpmn");
        seen = new Seen(editor);
    }

    @Test
    void aSequenceFlowThatComesToLeaveItsPoolBecomesAMessageFlow() {
        editor.execute(new MoveElements(Set.of(id("Two")), 0, 340, new MoveElements.Onto(Optional.of(id("Customer")))));

        assertThat(seen.element("Flow").type()).isEqualTo(BpmnType.MESSAGE_FLOW);
        assertThat(seen.element("Flow").parent()).contains(id("Collaboration"));
        assertThat(editor.diagram().findings()).isEmpty();
    }

    @Test
    void aMessageFlowThatComesToStayInOnePoolBecomesASequenceFlow() {
        editor.execute(new MoveElements(Set.of(id("Ask")), 200, -250, new MoveElements.Onto(Optional.of(id("Shop")))));

        assertThat(seen.element("Message").type()).isEqualTo(BpmnType.SEQUENCE_FLOW);
        assertThat(seen.element("Message").parent()).contains(id("Selling"));
        assertThat(editor.diagram().findings()).isEmpty();
    }

    @Test
    void noFlowLeadsIntoASubProcess() {
        editor.execute(new MoveElements(Set.of(id("Two")), 300, 10, new MoveElements.Onto(Optional.of(id("Inner")))));

        assertThat(seen.element("Two").parent()).contains(id("Inner"));
        assertThat(seen.has("Flow")).isFalse();
        assertThat(seen.draws("Flow")).isFalse();
    }
}
