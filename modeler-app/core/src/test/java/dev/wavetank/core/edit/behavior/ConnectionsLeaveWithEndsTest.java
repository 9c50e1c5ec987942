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

class ConnectionsLeaveWithEndsTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private Editor editor;
    private Seen seen;

    @BeforeEach
    void open() throws Exception {
        editor = invariants.open("connections-leave-with-ends.bpmn");
        seen = new Seen(editor);
    }

    @Test
    void aDeletedNodeTakesItsFlowsAlongAndWhatHangsOnThem() {
        editor.execute(new DeleteElements(Set.of(id("One"))));

        assertThat(seen.has("Flow_1")).isFalse();
        assertThat(seen.has("Link")).isFalse();
        assertThat(seen.draws("Link")).isFalse();
        assertThat(seen.has("Note")).as("a remark may stand alone").isTrue();
        assertThat(editor.diagram().findings()).isEmpty();
    }

    @Test
    void deletedDataTakesItsAssociationsAlong() {
        editor.execute(new DeleteElements(Set.of(id("Sign"))));

        assertThat(seen.has("Input")).isFalse();
        assertThat(seen.draws("Input")).isFalse();
        assertThat(editor.diagram().findings()).isEmpty();
    }
}
