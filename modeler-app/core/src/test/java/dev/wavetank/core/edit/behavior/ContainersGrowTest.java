package dev.wavetank.core.edit.behavior;

import static dev.wavetank.core.edit.Seen.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.edit.Seen;
import dev.wavetank.core.edit.command.MoveElements;
import dev.wavetank.core.geometry.Bounds;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ContainersGrowTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private Editor editor;
    private Seen seen;

    @BeforeEach
    void open() throws Exception {
        editor = invariants.open("containers-grow.bpmn");
        seen = new Seen(editor);
    }

    @Test
    void aSubProcessGrowsWhenSomethingComesNearItsBorder() {
        editor.execute(MoveElements.by(Set.of(id("Pack")), 200, 0));

        assertThat(seen.bounds("Inner")).isEqualTo(new Bounds(200, 180, 400, 200));
        assertThat(seen.bounds("Outer")).as("there is room left").isEqualTo(new Bounds(160, 140, 500, 300));
    }

    @Test
    void whatHoldsTheContainerGrowsAlong() {
        editor.execute(new MoveElements(Set.of(id("Pack")), 260, 0, new MoveElements.Onto(Optional.of(id("Inner")))));

        assertThat(seen.bounds("Inner")).isEqualTo(new Bounds(200, 180, 460, 200));
        assertThat(seen.bounds("Outer")).isEqualTo(new Bounds(160, 140, 560, 300));
        assertThat(seen.bounds("Shop")).isEqualTo(new Bounds(100, 100, 900, 400));
    }

    @Test
    void aPoolGrowsForWhatIsMovedPastItsEnd() {
        editor.execute(new MoveElements(Set.of(id("Beside")), 160, 0, new MoveElements.Onto(Optional.of(id("Shop")))));

        assertThat(seen.bounds("Shop")).isEqualTo(new Bounds(100, 100, 980, 400));
    }

    @Test
    void farFromTheBorderNothingGrows() {
        editor.execute(MoveElements.by(Set.of(id("Pack")), 60, 10));

        assertThat(seen.bounds("Inner")).isEqualTo(new Bounds(200, 180, 350, 200));
    }
}
