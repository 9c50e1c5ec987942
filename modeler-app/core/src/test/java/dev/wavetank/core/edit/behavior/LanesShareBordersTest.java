package dev.wavetank.core.edit.behavior;

import static dev.wavetank.core.edit.Seen.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.edit.Seen;
import dev.wavetank.core.edit.command.ResizeShape;
import dev.wavetank.core.geometry.Bounds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LanesShareBordersTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private Editor editor;
    private Seen seen;

    @BeforeEach
    void open() throws Exception {
        editor = invariants.open("lanes-share-borders.bpmn");
        seen = new Seen(editor);
    }

    @Test
    void theNeighbourOfAResizedLaneGivesTheSpace() {
        editor.execute(new ResizeShape(id("Upper"), new Bounds(130, 100, 570, 165)));

        assertThat(seen.bounds("Lower")).isEqualTo(new Bounds(130, 265, 570, 85));
        assertThat(seen.bounds("Pool")).isEqualTo(new Bounds(100, 100, 600, 250));
    }

    @Test
    void aLaneTakesNotMoreThanItsNeighbourCanGive() {
        editor.execute(new ResizeShape(id("Upper"), new Bounds(130, 100, 570, 400)));

        assertThat(seen.bounds("Upper")).isEqualTo(new Bounds(130, 100, 570, 190));
        assertThat(seen.bounds("Lower")).isEqualTo(new Bounds(130, 290, 570, 60));
    }

    @Test
    void theOutermostLaneResizesThePool() {
        editor.execute(new ResizeShape(id("Lower"), new Bounds(130, 225, 600, 155)));

        assertThat(seen.bounds("Pool")).isEqualTo(new Bounds(100, 100, 630, 280));
        assertThat(seen.bounds("Upper")).isEqualTo(new Bounds(130, 100, 600, 125));
    }

    @Test
    void lanesStretchWithTheirPool() {
        editor.execute(new ResizeShape(id("Pool"), new Bounds(80, 90, 620, 300)));

        assertThat(seen.bounds("Upper")).isEqualTo(new Bounds(110, 90, 590, 135));
        assertThat(seen.bounds("Lower")).isEqualTo(new Bounds(110, 225, 590, 165));
    }
}
