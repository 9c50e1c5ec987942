package dev.wavetank.core.edit.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MakeSpaceTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    @Test
    void aBoundaryEventStaysOnAnActivityThatTheLineCuts() throws Exception {
        Editor editor = invariants.open("make-space.bpmn");

        editor.execute(new MakeSpace(0, true, 120, 50));

        assertThat(bounds(editor, "Late")).isEqualTo(new Bounds(232, 142, 36, 36));
        assertThat(editor.diagram().edge(id("Flow_late")).orElseThrow().waypoints())
                .containsExactly(new Point(250, 178), new Point(250, 380), new Point(400, 380));
    }

    @Test
    void aBoundaryEventGoesWithABorderBeyondTheLine() throws Exception {
        Editor editor = invariants.open("make-space.bpmn");

        editor.execute(new MakeSpace(0, true, 70, 50));

        assertThat(bounds(editor, "Late")).isEqualTo(new Bounds(232, 192, 36, 36));
        assertThat(bounds(editor, "Asked"))
                .as("it begins above the line, as its activity does not")
                .isEqualTo(new Bounds(212, 112, 36, 36));
    }

    private static Bounds bounds(Editor editor, String element) {
        return editor.diagram().shape(id(element)).orElseThrow().bounds();
    }

    private static ElementId id(String value) {
        return new ElementId(value);
    }
}
