package dev.wavetank.core.paint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.edit.command.DeleteElements;
import dev.wavetank.core.edit.command.UpdateWaypoints;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.paint.text.SansMeasure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LineJumpsTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private final SceneBuilder builder = new SceneBuilder(Theme.LIGHT);
    private Editor editor;
    private Scene scene;

    /// Flow_6 is led across Flow_4, which the file draws earlier.
    @BeforeEach
    void cross() throws Exception {
        editor = invariants.open("/dev/wavetank/core/edit/order.bpmn");
        editor.addListener(changes -> scene =
                builder.build(changes.after().planes().getFirst(), changes.after()::element, changes.touched()));
        scene = builder.build(editor.diagram().planes().getFirst(), editor.diagram()::element);
        lead("Flow_6", 620, 318, 620, 500, 850, 500, 850, 418);
    }

    @Test
    void theLaterLineJumpsUpwardsOverTheEarlier() {
        assertThat(curves("Flow_6")).as("two round corners and a jump").isEqualTo(3);
        assertThat(curves("Flow_4")).as("its corner").isEqualTo(1);
        assertThat(body("Flow_6").ink().x()).isLessThan(body("Flow_4").ink().right());
    }

    @Test
    void theJumpGoesWithTheCrossing() {
        lead("Flow_4", 400, 225, 400, 600, 870, 600, 870, 400);

        assertThat(curves("Flow_6")).isEqualTo(2);
        editor.undo();
        assertThat(curves("Flow_6")).isEqualTo(3);
    }

    @Test
    void theJumpGoesWithTheOtherLine() {
        editor.execute(new DeleteElements(Set.of(new ElementId("Flow_4"))));
        assertThat(curves("Flow_6")).isEqualTo(2);

        editor.undo();
        assertThat(curves("Flow_6")).isEqualTo(3);
    }

    @Test
    void linesThatOnlyMeetDoNotJump() {
        lead("Flow_6", 620, 318, 620, 400, 832, 400);

        assertThat(curves("Flow_6")).isEqualTo(1);
    }

    @Test
    void jumpsCanBeSwitchedOff() {
        scene = new SceneBuilder(Theme.LIGHT, new SansMeasure(), false)
                .build(editor.diagram().planes().getFirst(), editor.diagram()::element);

        assertThat(curves("Flow_6")).isEqualTo(2);
    }

    private void lead(String flow, double... coordinates) {
        List<Point> line = new ArrayList<>();
        for (int i = 0; i < coordinates.length; i += 2) {
            line.add(new Point(coordinates[i], coordinates[i + 1]));
        }
        editor.execute(new UpdateWaypoints(new ElementId(flow), line));
    }

    private Glyph body(String flow) {
        return scene.body(new ElementId(flow)).orElseThrow();
    }

    /// How many bends the line has.
    private int curves(String flow) {
        Ink.Stroke stroke = (Ink.Stroke) body(flow).full().getFirst();
        var count = new int[1];
        ((Path) stroke.outline()).trace(new Path.Tracer() {
            @Override
            public void move(double x, double y) {}

            @Override
            public void line(double x, double y) {}

            @Override
            public void curve(double x1, double y1, double x2, double y2, double x, double y) {
                count[0]++;
            }

            @Override
            public void close() {}
        });
        return count[0];
    }
}
