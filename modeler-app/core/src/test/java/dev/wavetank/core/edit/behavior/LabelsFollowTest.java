package dev.wavetank.core.edit.behavior;

import static dev.wavetank.core.edit.Seen.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.edit.Seen;
import dev.wavetank.core.edit.command.MoveElements;
import dev.wavetank.core.edit.command.MoveLabel;
import dev.wavetank.core.geometry.Bounds;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LabelsFollowTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private Editor editor;
    private Seen seen;

    @BeforeEach
    void open() throws Exception {
        editor = invariants.open("labels-follow.bpmn");
        seen = new Seen(editor);
    }

    @Test
    void aLabelMovesWithItsSign() {
        editor.execute(MoveElements.by(Set.of(id("Start")), 0, 30));

        assertThat(seen.label("Start")).contains(new Bounds(103, 175, 30, 14));
    }

    @Test
    void theLabelOfAFlowShiftsWithIt() {
        editor.execute(MoveElements.by(Set.of(id("Start"), id("Work")), 15, 25));

        assertThat(seen.label("Flow")).contains(new Bounds(211, 128, 44, 14));
    }

    @Test
    void aLabelThatWasDraggedKeepsItsDistance() {
        editor.execute(new MoveLabel(id("Start"), new Bounds(60, 60, 30, 14)));
        editor.execute(MoveElements.by(Set.of(id("Start")), 10, 10));

        assertThat(seen.label("Start")).contains(new Bounds(70, 70, 30, 14));
    }
}
