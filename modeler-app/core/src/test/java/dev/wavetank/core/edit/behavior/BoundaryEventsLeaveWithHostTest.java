package dev.wavetank.core.edit.behavior;

import static dev.wavetank.core.edit.Seen.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.edit.Seen;
import dev.wavetank.core.edit.command.DeleteElements;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BoundaryEventsLeaveWithHostTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private Editor editor;
    private Seen seen;

    @BeforeEach
    void open() throws Exception {
        editor = invariants.open("boundary-events-leave-with-host.bpmn");
        seen = new Seen(editor);
    }

    @Test
    void aDeletedActivityTakesItsBoundaryEventsAndTheirFlowsAlong() {
        editor.execute(new DeleteElements(Set.of(id("Work"))));

        assertThat(seen.has("Late")).isFalse();
        assertThat(seen.draws("Late")).isFalse();
        assertThat(seen.has("Flow_1")).isFalse();
        assertThat(seen.named("Remind", "incoming")).isEmpty();
        assertThat(editor.diagram().findings()).isEmpty();
    }

    @Test
    void aDeletedBoundaryEventLeavesItsActivity() {
        editor.execute(new DeleteElements(Set.of(id("Late"))));

        assertThat(seen.has("Work")).isTrue();
        assertThat(editor.diagram().attachers(id("Work"))).isEmpty();
    }
}
