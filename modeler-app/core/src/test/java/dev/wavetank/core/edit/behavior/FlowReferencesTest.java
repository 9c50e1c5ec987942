package dev.wavetank.core.edit.behavior;

import static dev.wavetank.core.edit.Seen.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.edit.Seen;
import dev.wavetank.core.edit.command.Connect;
import dev.wavetank.core.edit.command.DeleteElements;
import dev.wavetank.core.edit.command.Reconnect;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FlowReferencesTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private Editor editor;
    private Seen seen;

    @BeforeEach
    void open() throws Exception {
        editor = invariants.open("flow-references.bpmn");
        seen = new Seen(editor);
    }

    @Test
    void aNewFlowIsNamedAtBothEnds() {
        ElementId flow = editor.execute(new Connect(id("Two"), id("Three")))
                .created()
                .getFirst()
                .id();

        assertThat(seen.named("Two", "outgoing")).containsExactly(flow);
        assertThat(seen.named("Three", "incoming")).containsExactly(flow);
    }

    @Test
    void aFlowThatIsLedElsewhereIsForgottenByItsOldEnd() {
        editor.execute(new Reconnect(id("Flow"), Reconnect.End.TARGET, id("Three")));

        assertThat(seen.named("Two", "incoming")).isEmpty();
        assertThat(seen.named("Three", "incoming")).containsExactly(id("Flow"));
    }

    @Test
    void aDeletedFlowIsForgottenByBoth() {
        editor.execute(new DeleteElements(Set.of(id("Flow"))));

        assertThat(seen.named("One", "outgoing")).isEmpty();
        assertThat(seen.named("Two", "incoming")).isEmpty();
    }

    @Test
    void whereAFileGoesWithoutThemItIsLeftWithoutThem() {
        editor.execute(new Connect(id("B"), id("C")));

        assertThat(editor.diagram().outgoing(id("B"))).hasSize(1);
        assertThat(seen.named("B", "outgoing")).isEmpty();
        assertThat(seen.named("C", "incoming")).isEmpty();
    }
}
