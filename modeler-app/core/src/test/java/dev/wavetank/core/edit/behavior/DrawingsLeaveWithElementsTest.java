package dev.wavetank.core.edit.behavior;

import static dev.wavetank.core.edit.Seen.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.edit.Seen;
import dev.wavetank.core.edit.command.DeleteElements;
import dev.wavetank.core.edit.command.ToggleExpanded;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DrawingsLeaveWithElementsTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private Editor editor;
    private Seen seen;

    @BeforeEach
    void open() throws Exception {
        editor = invariants.open("drawings-leave-with-elements.bpmn");
        seen = new Seen(editor);
    }

    @Test
    void shapesAndLinesOfWhatIsDeletedAreGone() {
        editor.execute(new DeleteElements(Set.of(id("Open"))));

        for (String gone : List.of("Open", "Pack", "Send", "Flow")) {
            assertThat(seen.draws(gone)).as(gone).isFalse();
        }
        assertThat(seen.draws("Beside")).isTrue();
        assertThat(editor.diagram().findings()).isEmpty();
    }

    @Test
    void aDeletedSubProcessThatWasClosedTakesItsSheetAlong() {
        editor.execute(new ToggleExpanded(id("Open")));
        assertThat(editor.diagram().planes()).hasSize(2);

        editor.execute(new DeleteElements(Set.of(id("Open"))));

        assertThat(editor.diagram().planes()).hasSize(1);
        assertThat(editor.diagram().findings()).isEmpty();
    }
}
