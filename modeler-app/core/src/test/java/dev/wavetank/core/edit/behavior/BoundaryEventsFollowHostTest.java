package dev.wavetank.core.edit.behavior;

import static dev.wavetank.core.edit.Seen.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.edit.Seen;
import dev.wavetank.core.edit.command.MoveElements;
import dev.wavetank.core.edit.command.ResizeShape;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BoundaryEventsFollowHostTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private Editor editor;
    private Seen seen;

    @BeforeEach
    void open() throws Exception {
        editor = invariants.open("boundary-events-follow-host.bpmn");
        seen = new Seen(editor);
    }

    @Test
    void aBoundaryEventMovesWithItsHost() {
        editor.execute(MoveElements.by(Set.of(id("Work")), 30, -20));

        assertThat(seen.bounds("Late")).isEqualTo(new Bounds(262, 122, 36, 36));
    }

    @Test
    void itKeepsItsPlaceOnTheBorderOfAResizedHost() {
        editor.execute(new ResizeShape(id("Work"), new Bounds(200, 80, 200, 120)));

        assertThat(seen.bounds("Late").center()).isEqualTo(new Point(300, 200));
    }

    @Test
    void draggedAlongItSlidesOnTheBorder() {
        editor.execute(MoveElements.by(Set.of(id("Late")), 45, -30));

        assertThat(seen.bounds("Late").center()).isEqualTo(new Point(300, 130));
        assertThat(seen.element("Late").attachedTo()).contains(id("Work"));
    }

    @Test
    void togetherWithItsHostItIsNotMovedTwice() {
        editor.execute(MoveElements.by(Set.of(id("Work"), id("Late")), 10, 10));

        assertThat(seen.bounds("Late")).isEqualTo(new Bounds(242, 152, 36, 36));
    }
}
