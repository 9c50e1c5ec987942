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

class ConnectionsFollowEndsTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private Editor editor;
    private Seen seen;

    @BeforeEach
    void open() throws Exception {
        editor = invariants.open("connections-follow-ends.bpmn");
        seen = new Seen(editor);
    }

    @Test
    void aLineShiftsWhenBothEndsDo() {
        editor.execute(MoveElements.by(Set.of(id("One"), id("Two"), id("Three")), 5, 7));

        assertThat(seen.line("Straight")).containsExactly(new Point(205, 127), new Point(305, 127));
        assertThat(seen.line("Bent"))
                .containsExactly(new Point(405, 127), new Point(455, 127), new Point(455, 287), new Point(505, 287));
    }

    @Test
    void onlyTheSegmentNextToTheMovedEndFollows() {
        editor.execute(MoveElements.by(Set.of(id("Three")), 20, 30));

        assertThat(seen.line("Bent"))
                .containsExactly(new Point(400, 120), new Point(450, 120), new Point(450, 310), new Point(520, 310));
    }

    @Test
    void anEndThatTheFileHasInsideTheShapeIsSetOnItsBorder() {
        editor.execute(MoveElements.by(Set.of(id("Three")), 0, 20));

        assertThat(seen.line("FromTheMiddle"))
                .containsExactly(new Point(150, 160), new Point(150, 320), new Point(500, 320));
    }

    @Test
    void aLineToSomethingThatIsNotDrawnFollowsItsOtherEnd() {
        editor.execute(MoveElements.by(Set.of(id("Three")), 20, 30));

        assertThat(seen.line("Loose")).containsExactly(new Point(620, 310), new Point(700, 310), new Point(700, 400));
    }

    @Test
    void aLineThatEndsAtAnotherLineFollowsThat() {
        editor.execute(MoveElements.by(Set.of(id("One"), id("Two")), 0, 40));

        assertThat(seen.line("Link").getFirst()).isEqualTo(new Point(250, 160));
    }

    @Test
    void aResizedShapeKeepsItsLinesAtItsBorder() {
        editor.execute(new ResizeShape(id("Two"), new Bounds(280, 60, 140, 120)));

        assertThat(seen.line("Straight")).containsExactly(new Point(200, 120), new Point(280, 120));
        assertThat(seen.line("Bent").getFirst()).isEqualTo(new Point(420, 120));
    }
}
