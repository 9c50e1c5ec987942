package dev.wavetank.core.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.Corpus;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.edit.command.MoveElements;
import dev.wavetank.core.edit.command.UpdateWaypoints;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.geometry.Polyline;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TidyConnectionsTest {
    private static final String ORDER = "/dev/wavetank/core/edit/order.bpmn";

    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    @Test
    void aFlowThatRanThroughAShapeGoesAroundIt() throws Exception {
        Editor editor = invariants.open(ORDER);
        editor.execute(MoveElements.by(Set.of(id("Note")), 230, 300));
        Bounds note = editor.diagram().shape(id("Note")).orElseThrow().bounds();
        editor.execute(new UpdateWaypoints(
                id("Flow_4"), List.of(new Point(400, 225), new Point(400, 375), new Point(834, 391))));
        assertThat(crosses(line(editor, "Flow_4"), note)).isTrue();

        editor.execute(new TidyConnections(0, Set.of(id("Flow_4"))));

        assertThat(crosses(line(editor, "Flow_4"), note)).isFalse();
        assertThat(isOrthogonal(line(editor, "Flow_4"))).isTrue();
        assertThat(line(editor, "Flow_4").getFirst()).isEqualTo(new Point(400, 225));
    }

    @Test
    void linesThatAreGoodStay() throws Exception {
        Editor editor = invariants.open(ORDER);

        assertThat(editor.execute(new TidyConnections(0, Set.of())).isEmpty()).isTrue();
    }

    @Test
    void tidyingTwiceIsTidyingOnce() throws Exception {
        for (var file : Corpus.files().stream().limit(25).toList()) {
            Editor editor = invariants.open(file);
            editor.execute(new TidyConnections(0, Set.of()));
            long through = through(editor.diagram());
            editor.execute(new TidyConnections(0, Set.of()));
            editor.execute(new TidyConnections(0, Set.of()));

            assertThat(editor.execute(new TidyConnections(0, Set.of())).isEmpty())
                    .as(file.getFileName().toString())
                    .isTrue();
            assertThat(through(editor.diagram())).isLessThanOrEqualTo(through);
        }
    }

    @Test
    void ofManyFilesFarFewerFlowsRunThroughTasksThanBefore() throws Exception {
        long before = 0;
        long after = 0;
        for (var file : Corpus.files()) {
            Editor editor = new Editor(Diagram.read(file));
            before += through(editor.diagram());
            editor.execute(new TidyConnections(0, Set.of()));
            after += through(editor.diagram());
        }

        assertThat(before).isPositive();
        assertThat(after).isLessThan(before / 2);
    }

    /// How many flows run through an activity that is not one of their ends.
    private static long through(Diagram diagram) {
        if (diagram.planes().isEmpty()) {
            return 0;
        }
        List<Bounds> tasks = diagram.planes().getFirst().shapes().stream()
                .filter(shape -> diagram.element(shape.element())
                        .filter(element ->
                                element.type().isActivity() && !element.type().isSubProcess())
                        .isPresent())
                .map(Shape::bounds)
                .toList();
        return diagram.planes().getFirst().edges().stream()
                .filter(edge -> tasks.stream()
                        .map(task -> task.inflate(-5))
                        .anyMatch(task -> !isEnd(diagram, edge, task) && crosses(edge.waypoints(), task)))
                .count();
    }

    private static boolean isEnd(Diagram diagram, Edge edge, Bounds task) {
        return diagram.element(edge.element()).stream()
                .flatMap(flow -> java.util.stream.Stream.of(flow.source(), flow.target()))
                .flatMap(java.util.Optional::stream)
                .flatMap(end -> diagram.shape(end).stream())
                .anyMatch(shape -> shape.bounds().intersects(task));
    }

    private static boolean crosses(List<Point> line, Bounds box) {
        for (int i = 0; i + 1 < line.size(); i++) {
            if (Polyline.crosses(line.get(i), line.get(i + 1), box)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOrthogonal(List<Point> line) {
        for (int i = 0; i + 1 < line.size(); i++) {
            if (!Polyline.isStraight(line.get(i), line.get(i + 1))) {
                return false;
            }
        }
        return true;
    }

    private static List<Point> line(Editor editor, String flow) {
        return editor.diagram().edge(id(flow)).orElseThrow().waypoints();
    }

    private static ElementId id(String value) {
        return new ElementId(value);
    }
}
