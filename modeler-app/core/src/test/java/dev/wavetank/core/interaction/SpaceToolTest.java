package dev.wavetank.core.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SpaceToolTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private Editor editor;
    private ToolHost host;
    private Mouse mouse;

    @BeforeEach
    void open() throws Exception {
        open("/dev/wavetank/core/edit/order.bpmn");
    }

    private void open(String file) throws Exception {
        editor = invariants.open(file);
        host = new ToolHost(editor, 0, (dx, dy) -> {}, state -> {});
        mouse = new Mouse(host);
        host.useSpace();
    }

    @Test
    void whatLiesToTheRightMovesOn() {
        mouse.drag(340, 500, 400, 505);

        assertThat(bounds("Check").x()).isEqualTo(200);
        assertThat(bounds("Ok").x()).isEqualTo(435);
        assertThat(bounds("Late")).isEqualTo(new Bounds(662, 282, 36, 36));
        assertThat(line("Flow_2")).containsExactly(new Point(300, 200), new Point(435, 200));
        assertThat(editor.history().depth()).isOne();
    }

    @Test
    void draggedToTheLeftWhatLiesLeftMovesOn() {
        mouse.drag(340, 500, 300, 500);

        assertThat(bounds("Check").x()).isEqualTo(160);
        assertThat(bounds("Start").x()).isEqualTo(60);
        assertThat(editor.diagram().shape(id("Start")).orElseThrow().labelBounds())
                .contains(new Bounds(39, 225, 78, 14));
        assertThat(bounds("Ok").x()).isEqualTo(375);
    }

    @Test
    void withTheShortcutKeySpaceIsTakenAway() {
        mouse.drag(470, 500, 450, 500, Modifier.SHORTCUT);

        assertThat(bounds("Ship").x()).isEqualTo(480);
        assertThat(bounds("Pack").x()).isEqualTo(540);
        assertThat(bounds("Ok").x()).isEqualTo(375);
    }

    @Test
    void nothingIsPulledOverTheLine() {
        mouse.drag(470, 500, 300, 500, Modifier.SHORTCUT);

        assertThat(bounds("Ship").x()).isEqualTo(470);
    }

    @Test
    void aSubProcessUnderTheLineGrowsAndOnlyWhatIsInItMoves() {
        mouse.drag(530, 150, 600, 150);

        assertThat(bounds("Ship")).isEqualTo(new Bounds(500, 100, 320, 200));
        assertThat(bounds("Pack").x()).isEqualTo(630);
        assertThat(bounds("Done").x()).as("stands outside").isEqualTo(832);
    }

    @Test
    void withShiftTheWholeSheetGivesWay() {
        mouse.drag(530, 150, 600, 150, Modifier.SHIFT);

        assertThat(bounds("Ship").width()).isEqualTo(320);
        assertThat(bounds("Done").x()).isEqualTo(902);
    }

    @Test
    void aContainerKeepsItsSmallestSize() {
        mouse.drag(540, 150, 100, 150, Modifier.SHORTCUT);

        assertThat(bounds("Ship").width()).isEqualTo(230);
        assertThat(bounds("Pack").x()).isEqualTo(540);
    }

    @Test
    void cornersBeyondTheLineMoveWithWhatLiesThere() {
        mouse.drag(100, 350, 100, 390);

        assertThat(line("Flow_4")).containsExactly(new Point(400, 225), new Point(400, 440), new Point(832, 440));
        assertThat(line("Flow_6")).containsExactly(new Point(620, 318), new Point(620, 440), new Point(832, 440));
    }

    @Test
    void thePreviewIsWhatComesOut() {
        mouse.pull(340, 500, 400, 505);

        assertThat(host.state().previews())
                .contains(new Preview.Ghost(id("Ok"), new Bounds(435, 175, 50, 50)))
                .anyMatch(preview -> preview instanceof Preview.Space space
                        && space.made()
                        && space.area().x() == 340
                        && space.area().width() == 60);
        assertThat(host.state().pointer()).isEqualTo(Pointer.RESIZE_EAST);
    }

    @Test
    void escapeGivesItUp() {
        mouse.pull(340, 500, 400, 505);
        host.key(KeyStroke.of("Escape"));
        host.released(PointerEvent.at(400, 505));

        assertThat(editor.history().canUndo()).isFalse();
        assertThat(host.state().previews()).isEmpty();
        assertThat(host.state().pointer()).isEqualTo(Pointer.DEFAULT);
    }

    @Test
    void lanesUnderTheLineGrowWithTheirPool() throws Exception {
        open("/dev/wavetank/core/edit/lanes.bpmn");
        Bounds pool = bounds("Pool");
        double x = pool.center().x();
        double y = pool.bottom() - 5;

        mouse.drag(x, y, x + 50, y);

        assertThat(bounds("Pool")).isEqualTo(new Bounds(pool.x(), pool.y(), pool.width() + 50, pool.height()));
        assertThat(editor.diagram().lanes())
                .isNotEmpty()
                .allSatisfy(
                        lane -> assertThat(bounds(lane.id().value()).right()).isEqualTo(pool.right() + 50));
    }

    private Bounds bounds(String element) {
        return editor.diagram().shape(id(element)).orElseThrow().bounds();
    }

    private List<Point> line(String connection) {
        return editor.diagram().edge(id(connection)).orElseThrow().waypoints();
    }

    private static ElementId id(String value) {
        return new ElementId(value);
    }
}
