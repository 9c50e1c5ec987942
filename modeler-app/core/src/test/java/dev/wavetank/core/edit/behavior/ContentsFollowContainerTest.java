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

class ContentsFollowContainerTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private Editor editor;
    private Seen seen;

    @BeforeEach
    void open() throws Exception {
        editor = invariants.open("contents-follow-container.bpmn");
        seen = new Seen(editor);
    }

    @Test
    void aSubProcessCarriesWhatIsDrawnInIt() {
        editor.execute(MoveElements.by(Set.of(id("Outer")), 30, 20));

        assertThat(seen.bounds("Pack")).isEqualTo(new Bounds(270, 260, 100, 80));
        assertThat(seen.bounds("Note")).isEqualTo(new Bounds(270, 180, 100, 30));
        assertThat(seen.line("Flow")).containsExactly(new Point(370, 300), new Point(470, 300));
    }

    @Test
    void aPoolCarriesItsLanesAndAllInThem() {
        editor.execute(MoveElements.by(Set.of(id("Shop")), 10, -50));

        assertThat(seen.bounds("Front")).isEqualTo(new Bounds(140, 50, 870, 400));
        assertThat(seen.bounds("Outer")).isEqualTo(new Bounds(210, 90, 500, 300));
        assertThat(seen.bounds("Send")).isEqualTo(new Bounds(450, 190, 100, 80));
        assertThat(seen.named("Front", "flowNodeRef")).containsExactly(id("Outer"));
    }

    @Test
    void whatIsMovedTogetherWithItsContainerMovesOnce() {
        editor.execute(MoveElements.by(Set.of(id("Outer"), id("Pack")), 30, 20));

        assertThat(seen.bounds("Pack")).isEqualTo(new Bounds(270, 260, 100, 80));
    }

    @Test
    void aResizedContainerLeavesItsContentWhereItIs() {
        editor.execute(new ResizeShape(id("Outer"), new Bounds(180, 130, 600, 320)));

        assertThat(seen.bounds("Pack")).isEqualTo(new Bounds(240, 240, 100, 80));
    }
}
