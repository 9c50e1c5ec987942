package dev.wavetank.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.Corpus;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.geometry.Bounds;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CompleteDrawingTest {
    private static Diagram read(String process, String plane) throws Exception {
        return Diagram.read("""
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
                    xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
                    xmlns:di="http://www.omg.org/spec/DD/20100524/DI">
                  <process id="p">%s</process>
                  <bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="p">%s</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
                </definitions>
                """.formatted(process, plane).getBytes(StandardCharsets.UTF_8));
    }

    private static String shape(String id, int x, String flags) {
        return "<bpmndi:BPMNShape bpmnElement=\"%s\" %s><dc:Bounds x=\"%d\" y=\"0\" width=\"100\" height=\"80\"/></bpmndi:BPMNShape>"
                .formatted(id, flags, x);
    }

    @Test
    void whatIsNotDrawnStandsBesideItsNeighbourAndIsConnectedAndTheRestStays() throws Exception {
        Diagram before = read(
                "<task id='a'/><task id='b'/><boundaryEvent id='e' attachedToRef='a'/>"
                        + "<sequenceFlow id='f' sourceRef='a' targetRef='b'/>",
                shape("a", 0, ""));

        CompleteDrawing complete = CompleteDrawing.of(before);

        Diagram after = complete.diagram();
        assertThat(after.shape(new ElementId("a")).orElseThrow().bounds()).isEqualTo(new Bounds(0, 0, 100, 80));
        assertThat(after.shape(new ElementId("b")).orElseThrow().bounds()).isEqualTo(new Bounds(150, 0, 100, 80));
        assertThat(after.shape(new ElementId("e"))
                        .orElseThrow()
                        .bounds()
                        .center()
                        .y())
                .isEqualTo(80);
        assertThat(after.edge(new ElementId("f")).orElseThrow().waypoints()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(complete.findings())
                .extracting(finding -> finding.element().orElseThrow().value())
                .containsExactly("b", "e", "f");
        assertThat(CompleteDrawing.of(after).findings()).isEmpty();
    }

    @Test
    void contentGoesToTheSheetOfTheInnermostClosedSubProcess() throws Exception {
        Diagram before = read(
                "<subProcess id='outer'><subProcess id='inner'><task id='t'/></subProcess></subProcess>",
                shape("outer", 0, "isExpanded='false'")
                        + shape("t", 0, "")
                        + "</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>"
                        + "<bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement='outer'>"
                        + shape("inner", 0, "isExpanded='false'"));

        Diagram after = CompleteDrawing.of(before).diagram();

        assertThat(after.planes())
                .filteredOn(plane -> plane.shapes().stream()
                        .anyMatch(shape -> shape.element().equals(new ElementId("t"))))
                .singleElement()
                .satisfies(plane -> assertThat(plane.element()).contains(new ElementId("inner")));
    }

    @Test
    void aChainOfMissingNodesGoesOnWhereItsBeginningStandsAndAroundWhatIsThere() throws Exception {
        Diagram before = read(
                "<task id='a'/><task id='b'/><task id='c'/><task id='d'/><task id='lone'/><task id='first'/>"
                        + "<sequenceFlow id='f' sourceRef='a' targetRef='b'/><sequenceFlow id='g' sourceRef='b' targetRef='c'/>"
                        + "<sequenceFlow id='h' sourceRef='first' targetRef='a'/>",
                shape("a", 0, "") + shape("d", 170, ""));

        Diagram after = CompleteDrawing.of(before).diagram();

        assertThat(box(after, "b")).isEqualTo(new Bounds(150, 110, 100, 80));
        assertThat(box(after, "c")).isEqualTo(new Bounds(300, 110, 100, 80));
        assertThat(box(after, "first")).isEqualTo(new Bounds(-150, 0, 100, 80));
        assertThat(box(after, "lone").y()).as("nothing leads there").isGreaterThan(190);
    }

    private static Bounds box(Diagram diagram, String id) {
        return diagram.shape(new ElementId(id)).orElseThrow().bounds();
    }

    @Test
    void whatAClosedSubProcessHoldsIsNotMissing() throws Exception {
        Diagram before = read(
                "<subProcess id='s'><task id='t'/><task id='u'/><sequenceFlow id='f' sourceRef='t' targetRef='u'/></subProcess>",
                shape("s", 0, "isExpanded='false'"));

        assertThat(CompleteDrawing.of(before).diagram()).isSameAs(before);
    }

    @Test
    void aLineWithoutPointsRunsBetweenItsEnds() throws Exception {
        Diagram before = read(
                "<task id='a'/><task id='b'/><sequenceFlow id='f' sourceRef='a' targetRef='b'/>",
                shape("a", 0, "") + shape("b", 300, "")
                        + "<bpmndi:BPMNEdge id='f_di' bpmnElement='f'><di:waypoint x='5' y='5'/></bpmndi:BPMNEdge>");

        Diagram after = CompleteDrawing.of(before).diagram();

        assertThat(after.edge(new ElementId("f"))
                        .orElseThrow()
                        .waypoints()
                        .getFirst()
                        .x())
                .isEqualTo(100);
        assertThat(after.edge(new ElementId("f"))
                        .orElseThrow()
                        .waypoints()
                        .getLast()
                        .x())
                .isEqualTo(300);
    }

    @Test
    void noFileOfTheCorpusLosesOrMovesAnything() throws Exception {
        for (Path file : Corpus.files()) {
            Diagram before = Diagram.read(file);
            Diagram after = CompleteDrawing.of(before).diagram();

            for (var plane : before.planes()) {
                for (Shape shape : plane.shapes()) {
                    assertThat(after.shapes(shape.element()))
                            .as("%s in %s", shape.element(), file)
                            .extracting(Shape::bounds)
                            .contains(shape.bounds());
                }
            }
            assertThat(after.elements()).as("%s", file).hasSameSizeAs(before.elements());
            assertThat(CompleteDrawing.of(after).diagram()).as("%s", file).isSameAs(after);
        }
    }
}
