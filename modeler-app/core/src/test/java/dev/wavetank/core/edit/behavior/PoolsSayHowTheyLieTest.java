package dev.wavetank.core.edit.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.edit.command.MoveElements;
import dev.wavetank.core.edit.command.ResizeShape;
import dev.wavetank.core.geometry.Bounds;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PoolsSayHowTheyLieTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    @Test
    void aResizedPoolSaysThatItLies() throws Exception {
        Editor editor = open();

        editor.execute(new ResizeShape(id("Shop"), new Bounds(100, 80, 700, 300)));

        assertThat(editor.diagram().shape(id("Shop")).orElseThrow().xml().attribute("isHorizontal"))
                .contains("true");
    }

    @Test
    void aPoolThatOnlyMovedIsLeftAsTheFileHasIt() throws Exception {
        Editor editor = open();

        editor.execute(MoveElements.by(Set.of(id("Shop")), 10, 10));

        assertThat(editor.diagram().shape(id("Shop")).orElseThrow().xml().attribute("isHorizontal"))
                .isEmpty();
    }

    private Editor open() throws Exception {
        return invariants.open("pools-say-how-they-lie.bpmn");
    }

    private static ElementId id(String value) {
        return new ElementId(value);
    }
}
