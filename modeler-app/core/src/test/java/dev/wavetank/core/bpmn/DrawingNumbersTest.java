package dev.wavetank.core.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.geometry.Point;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawingNumbersTest {
    @ParameterizedTest
    @CsvSource({"-1.5E2, -150", "1e308, 0", "-1e12, 0", "NaN, 0", "-INF, 0", "'1,5', 0", "'', 0", "1e9, 1e9"})
    void numbersBeyondAllMeasureAreNeutral(String written, double read) throws Exception {
        Diagram diagram = Diagram.read("""
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                             xmlns:b="http://www.omg.org/spec/BPMN/20100524/DI"
                             xmlns:d="http://www.omg.org/spec/DD/20100524/DI">
                  <b:BPMNDiagram><b:BPMNPlane>
                    <b:BPMNEdge bpmnElement="f"><d:waypoint x="%s" y="7"/></b:BPMNEdge>
                  </b:BPMNPlane></b:BPMNDiagram>
                </definitions>""".formatted(written).getBytes(StandardCharsets.UTF_8));

        assertThat(diagram.edge(new ElementId("f")).orElseThrow().waypoints()).containsExactly(new Point(read, 7));
    }
}
