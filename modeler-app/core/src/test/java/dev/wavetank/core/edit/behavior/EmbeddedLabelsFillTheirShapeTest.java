package dev.wavetank.core.edit.behavior;

import static dev.wavetank.core.edit.Seen.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.edit.Seen;
import dev.wavetank.core.edit.command.MoveElements;
import dev.wavetank.core.edit.command.ResizeShape;
import dev.wavetank.core.geometry.Bounds;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmbeddedLabelsFillTheirShapeTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private Editor editor;
    private Seen seen;

    @BeforeEach
    void open() throws Exception {
        editor = invariants.open("embedded-labels-fill-their-shape.bpmn");
        seen = new Seen(editor);
    }

    @Test
    void aResizedTaskWrapsItsNameAnew() {
        editor.execute(new ResizeShape(id("Work"), new Bounds(200, 80, 160, 60)));

        assertThat(seen.label("Work")).isEmpty();
    }

    @Test
    void aMovedTaskKeepsThePlaceThatTheFileGivesItsName() {
        editor.execute(MoveElements.by(Set.of(id("Work")), 10, 20));

        assertThat(seen.label("Work")).contains(new Bounds(220, 110, 80, 40));
    }
}
