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

class ReferencesLeaveWithElementsTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private Editor editor;
    private Seen seen;

    @BeforeEach
    void open() throws Exception {
        editor = invariants.open("references-leave-with-elements.bpmn");
        seen = new Seen(editor);
    }

    @Test
    void lanesAndCompensationsForgetWhatIsDeleted() {
        editor.execute(new DeleteElements(Set.of(id("Book"))));

        assertThat(seen.named("Lane", "flowNodeRef")).containsExactly(id("Undo"));
        assertThat(seen.element("Undo").eventDefinitions().getFirst().reference())
                .isEmpty();
        assertThat(editor.diagram().findings()).isEmpty();
    }

    @Test
    void aDataObjectGoesWithTheLastThatShowsIt() {
        editor.execute(new DeleteElements(Set.of(id("First"))));
        assertThat(seen.has("Object")).isTrue();

        editor.execute(new DeleteElements(Set.of(id("Second"))));
        assertThat(seen.has("Object")).isFalse();
    }
}
