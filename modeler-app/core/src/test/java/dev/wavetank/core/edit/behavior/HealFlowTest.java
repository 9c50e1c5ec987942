package dev.wavetank.core.edit.behavior;

import static dev.wavetank.core.edit.Seen.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.edit.Seen;
import dev.wavetank.core.edit.command.DeleteElements;
import dev.wavetank.core.geometry.Point;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HealFlowTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private Editor editor;
    private Seen seen;

    @BeforeEach
    void open() throws Exception {
        editor = invariants.open("heal-flow.bpmn");
        seen = new Seen(editor);
    }

    @Test
    void aDeletedNodeLeavesAFlowBetweenItsNeighbours() {
        editor.execute(new DeleteElements(Set.of(id("One"))));

        assertThat(seen.element("In").target()).contains(id("Two"));
        assertThat(seen.line("In")).containsExactly(new Point(136, 120), new Point(380, 120));
        assertThat(seen.has("Between")).isFalse();
    }

    @Test
    void severalNodesInARowAreBridged() {
        editor.execute(new DeleteElements(Set.of(id("Fork"))));
        editor.execute(new DeleteElements(Set.of(id("One"), id("Two"))));

        assertThat(seen.element("In").target()).contains(id("End"));
        assertThat(seen.line("In")).containsExactly(new Point(136, 120), new Point(560, 120));
        assertThat(editor.diagram().findings()).isEmpty();
    }

    @Test
    void aNodeWithTwoWaysInIsNotHealed() {
        editor.execute(new DeleteElements(Set.of(id("Two"))));

        assertThat(seen.has("Between")).isFalse();
        assertThat(seen.has("Out")).isFalse();
    }
}
