package dev.wavetank.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.AppendShape;
import dev.wavetank.core.edit.command.NodeKind;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// In a pool that stands the flows run downwards.
class StandingPoolTest {
    private static final ElementId START = new ElementId("Start");

    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private Editor editor;

    @BeforeEach
    void open() throws Exception {
        editor = invariants.open("/dev/wavetank/core/edit/standing-pool.bpmn");
    }

    @Test
    void whatIsAppendedStandsBelow() {
        Bounds start = bounds(START);
        ElementId first = append(START);
        ElementId second = append(first);

        assertThat(bounds(first).center().x()).isEqualTo(start.center().x());
        assertThat(bounds(first).y()).isEqualTo(start.bottom() + 50);
        assertThat(bounds(second).y()).isEqualTo(bounds(first).bottom() + 50);
    }

    @Test
    void whereSomethingStandsItGoesAside() {
        ElementId first = append(START);
        ElementId second = append(START);

        assertThat(bounds(second).y()).isEqualTo(bounds(first).y());
        assertThat(bounds(second).x()).isGreaterThan(bounds(first).right());
        ElementId flow = editor.diagram().incoming(second).getFirst();
        Edge edge = editor.diagram().edge(flow).orElseThrow();
        Point last = edge.waypoints().getLast();
        assertThat(last)
                .isEqualTo(new Point(bounds(second).center().x(), bounds(second).y()));
    }

    private ElementId append(ElementId source) {
        editor.execute(new AppendShape(source, NodeKind.of(BpmnType.TASK)));
        ElementId flow = editor.diagram().outgoing(source).getLast();
        return editor.diagram().element(flow).flatMap(it -> it.target()).orElseThrow();
    }

    private Bounds bounds(ElementId id) {
        return editor.diagram().shape(id).orElseThrow().bounds();
    }
}
