package dev.wavetank.core.edit.behavior;

import static dev.wavetank.core.edit.Seen.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.edit.Seen;
import dev.wavetank.core.edit.command.DeleteElements;
import dev.wavetank.core.edit.command.NodeKind;
import dev.wavetank.core.edit.command.Reconnect;
import dev.wavetank.core.edit.command.ReplaceElement;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UnsetDefaultFlowTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private Editor editor;
    private Seen seen;

    @BeforeEach
    void open() throws Exception {
        editor = invariants.open("unset-default-flow.bpmn");
        seen = new Seen(editor);
    }

    @Test
    void aDeletedDefaultFlowIsNoDefault() {
        editor.execute(new DeleteElements(Set.of(id("Yes"))));

        assertThat(seen.element("Ok").defaultFlow()).isEmpty();
    }

    @Test
    void oneThatBeginsElsewhereIsNoDefaultThere() {
        editor.execute(new Reconnect(id("Yes"), Reconnect.End.SOURCE, id("Other")));

        assertThat(seen.element("Ok").defaultFlow()).isEmpty();
        assertThat(seen.element("Other").defaultFlow()).isEmpty();
    }

    @Test
    void oneThatOnlyLeadsElsewhereStaysTheDefault() {
        editor.execute(new Reconnect(id("Yes"), Reconnect.End.TARGET, id("Refuse")));

        assertThat(seen.element("Ok").defaultFlow()).contains(id("Yes"));
    }

    @Test
    void aParallelGatewayHasNone() {
        editor.execute(new ReplaceElement(id("Ok"), NodeKind.of(BpmnType.PARALLEL_GATEWAY)));

        assertThat(seen.element("Ok").attribute("default")).isEmpty();
    }
}
