package dev.wavetank.core.edit.behavior;

import static dev.wavetank.core.edit.Seen.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.edit.Seen;
import dev.wavetank.core.edit.command.AddLane;
import dev.wavetank.core.edit.command.DeleteElements;
import dev.wavetank.core.geometry.Bounds;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NeighboursTakeLaneSpaceTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private Editor editor;
    private Seen seen;

    @BeforeEach
    void open() throws Exception {
        editor = invariants.open("neighbours-take-lane-space.bpmn");
        seen = new Seen(editor);
    }

    @Test
    void aDeletedLaneGivesItsSpaceToItsNeighbour() {
        editor.execute(new DeleteElements(Set.of(id("Upper"))));

        assertThat(seen.bounds("Lower")).isEqualTo(new Bounds(130, 100, 570, 250));
        assertThat(seen.named("Lower", "flowNodeRef")).containsExactly(id("Two"), id("One"));
        assertThat(editor.diagram().findings()).isEmpty();
    }

    @Test
    void theLastLaneTakesItsLaneSetAlong() {
        editor.execute(new DeleteElements(Set.of(id("Upper"), id("Lower"))));

        assertThat(seen.has("Lanes")).isFalse();
        assertThat(seen.bounds("Pool")).isEqualTo(new Bounds(100, 100, 600, 250));
    }

    @Test
    void ofThreeTheMiddleOneIsSharedByBoth() {
        ElementId third = editor.execute(new AddLane(id("Upper"), true))
                .created()
                .getFirst()
                .id();
        assertThat(seen.bounds(third.value())).isEqualTo(new Bounds(130, 225, 570, 120));

        editor.execute(new DeleteElements(Set.of(third)));

        assertThat(seen.bounds("Upper")).isEqualTo(new Bounds(130, 100, 570, 185));
        assertThat(seen.bounds("Lower")).isEqualTo(new Bounds(130, 285, 570, 185));
    }
}
