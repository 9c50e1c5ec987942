package dev.wavetank.core.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Corpus;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.layout.LayoutResult.PlacedPlane;
import dev.wavetank.core.xml.DocumentException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every model of the corpus laid out from nothing, whether it has a drawing of its own or not.
class AutoLayoutTest {
    static List<Path> models() {
        return Corpus.files();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everythingHasItsPlaceAndNothingIsInAnothersWay(Path file) throws Exception {
        Diagram diagram;
        try {
            diagram = Diagram.read(file);
        } catch (DocumentException refused) {
            assertThat(refused.code()).as("%s is not XML at all", file).isEqualTo(DocumentException.Code.NOT_XML);
            return;
        }

        LayoutResult result = new AutoLayout().layout(diagram);

        var faults = new ArrayList<String>();
        missing(diagram, result).forEach(id -> faults.add("nothing is drawn for " + id));
        for (PlacedPlane plane : result.placed()) {
            faults.addAll(overlaps(diagram, plane));
            faults.addAll(crossings(diagram, plane));
            faults.addAll(loose(diagram, plane));
        }
        assertThat(faults).as("%s", file).isEmpty();
        assertThat(new AutoLayout().layout(Diagram.read(file))).isEqualTo(result);
    }

    @Test
    void theWrittenDrawingIsReadBackAsItWasComputed() throws Exception {
        Path file = Corpus.files().stream()
                .filter(it -> it.toString().contains("BoundaryErrorEventTest.testCatchErrorInConcurrent"))
                .findFirst()
                .orElseThrow();
        Diagram bare = Diagram.read(file);
        LayoutResult result = new AutoLayout().layout(bare);

        String text = bare.document().text();
        int end = text.lastIndexOf("</");
        String drawn = text.substring(0, end) + result.xml("\n", "  ") + "\n" + text.substring(end);
        Diagram read = Diagram.read(drawn.getBytes(StandardCharsets.UTF_8));

        assertThat(bare.planes()).isEmpty();
        assertThat(read.planes()).hasSize(1);
        assertThat(read.planes().getFirst().element())
                .contains(result.placed().getFirst().element());
        result.placed()
                .getFirst()
                .shapes()
                .forEach((id, bounds) ->
                        assertThat(read.shape(id).orElseThrow().bounds()).isEqualTo(bounds));
        assertThat(read.elements()).hasSameSizeAs(bare.elements());
    }

    @Test
    void aComputedDrawingSaysThatItIs() throws Exception {
        Diagram bare = Diagram.read(process(
                "<startEvent id='a' /><sequenceFlow id='f' sourceRef='a' targetRef='b' />" + "<endEvent id='b' />"));

        AutoLayout.Drawing drawing = new AutoLayout().drawable(bare);

        assertThat(drawing.findings()).extracting("code").containsExactly("layout/generated");
        assertThat(drawing.planes()).hasSize(1);
        Plane plane = drawing.planes().getFirst();
        assertThat(plane.shapes()).hasSize(2);
        assertThat(plane.edges()).hasSize(1);
        assertThat(bare.planes()).isEmpty();
    }

    @Test
    void aDrawingOfItsOwnIsLeftAlone() throws Exception {
        Path file = Corpus.files().stream()
                .filter(it -> it.endsWith("A.1.0.bpmn"))
                .findFirst()
                .orElseThrow();
        Diagram drawn = Diagram.read(file);

        AutoLayout.Drawing drawing = new AutoLayout().drawable(drawn);

        assertThat(drawing.planes()).isEqualTo(drawn.planes());
        assertThat(drawing.findings()).isEmpty();
    }

    @Test
    void theLongestWayRunsStraightAndFromLeftToRight() throws Exception {
        Diagram diagram = Diagram.read(process("""
                <startEvent id='s' /><exclusiveGateway id='g' /><task id='a' /><task id='b' /><task id='side' />
                <exclusiveGateway id='j' /><endEvent id='e' />
                <sequenceFlow id='1' sourceRef='s' targetRef='g' /><sequenceFlow id='2' sourceRef='g' targetRef='side' />
                <sequenceFlow id='3' sourceRef='g' targetRef='a' /><sequenceFlow id='4' sourceRef='a' targetRef='b' />
                <sequenceFlow id='5' sourceRef='b' targetRef='j' /><sequenceFlow id='6' sourceRef='side' targetRef='j' />
                <sequenceFlow id='7' sourceRef='j' targetRef='e' />"""));

        PlacedPlane plane = new AutoLayout().layout(diagram).placed().getFirst();

        Map<String, Bounds> at = new HashMap<>();
        plane.shapes().forEach((id, bounds) -> at.put(id.value(), bounds));
        List<String> straight = List.of("s", "g", "a", "b", "j", "e");
        for (int i = 1; i < straight.size(); i++) {
            Bounds before = at.get(straight.get(i - 1));
            Bounds after = at.get(straight.get(i));
            assertThat(after.center().y()).isEqualTo(before.center().y());
            assertThat(after.x()).isGreaterThan(before.right() + 20);
        }
        assertThat(at.get("side").y()).isGreaterThan(at.get("a").bottom());
    }

    @Test
    void aPoolInsideTheProcessThatItNamesIsOpenedOnce() throws Exception {
        Diagram damaged = Diagram.read("""
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
                  <process id="p"><task id="t"/><participant id="pool" processRef="p"/></process>
                </definitions>""".getBytes(StandardCharsets.UTF_8));

        assertThat(new AutoLayout().drawable(damaged).planes()).isNotEmpty();
    }

    @Test
    void drawsAFlowFromALonelyTaskToItself() throws Exception {
        Diagram diagram = Diagram.read(process("<task id='t'/><sequenceFlow id='f' sourceRef='t' targetRef='t'/>"));

        PlacedPlane plane = new AutoLayout().layout(diagram).placed().getFirst();

        assertThat(plane.shapes()).hasSize(1);
        assertThat(plane.edges()).hasSize(1);
    }

    /// Everything connected with everything: a full search took minutes. The limit is for the work, not the wait,
    /// and ten times what it takes.
    @Test
    void aTangleIsDrawnInBoundedTime() throws Exception {
        int tasks = 60;
        var content = new StringBuilder();
        for (int i = 0; i < tasks; i++) {
            content.append("<task id='t%d'/>".formatted(i));
            for (int j = 0; j < tasks; j++) {
                content.append("<sequenceFlow id='f%1$d_%2$d' sourceRef='t%1$d' targetRef='t%2$d'/>".formatted(i, j));
            }
        }
        Diagram diagram = Diagram.read(process(content.toString()));
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long begin = clock.getCurrentThreadCpuTime();

        LayoutResult result = new AutoLayout().layout(diagram);

        assertThat(Duration.ofNanos(clock.getCurrentThreadCpuTime() - begin)).isLessThan(Duration.ofSeconds(30));
        PlacedPlane plane = result.placed().getFirst();
        assertThat(plane.edges()).hasSize(tasks * tasks);
        assertThat(loose(diagram, plane)).isEmpty();
        assertThat(plane.edges().values()).allMatch(AutoLayoutTest::isUpright);
        assertThat(new AutoLayout().layout(diagram)).isEqualTo(result);
    }

    private static boolean isUpright(List<Point> way) {
        return IntStream.range(1, way.size()).allMatch(i -> {
            Point a = way.get(i - 1);
            Point b = way.get(i);
            return Math.abs(a.x() - b.x()) < 0.01 || Math.abs(a.y() - b.y()) < 0.01;
        });
    }

    private static byte[] process(String content) {
        return ("<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'><process id='p'>" + content
                        + "</process></definitions>")
                .getBytes(StandardCharsets.UTF_8);
    }

    /// What ought to be drawn, told by the elements alone, less what is.
    private static List<ElementId> missing(Diagram diagram, LayoutResult result) {
        Set<ElementId> shapes = new HashSet<>();
        Set<ElementId> edges = new HashSet<>();
        result.placed().forEach(plane -> {
            shapes.addAll(plane.shapes().keySet());
            edges.addAll(plane.edges().keySet());
        });
        var missing = new ArrayList<ElementId>();
        for (BpmnElement element : diagram.elements()) {
            BpmnType type = element.type();
            if (!isReachable(diagram, element)) {
                continue;
            }
            boolean shape = type.isFlowNode()
                    || type == BpmnType.PARTICIPANT && isIn(diagram, element, BpmnType.COLLABORATION)
                    || type == BpmnType.LANE
                    || type.isArtifact()
                    || type == BpmnType.DATA_OBJECT_REFERENCE
                    || type == BpmnType.DATA_STORE_REFERENCE;
            if (shape && !shapes.contains(element.id())) {
                missing.add(element.id());
            }
            boolean ends = element.source()
                            .filter(id -> shapes.contains(id) || edges.contains(id))
                            .isPresent()
                    && element.target()
                            .filter(id -> shapes.contains(id) || edges.contains(id))
                            .isPresent();
            if (type.isConnection() && ends && !edges.contains(element.id())) {
                missing.add(element.id());
            }
        }
        return missing;
    }

    /// Whether all that holds it is what a plane can show.
    private static boolean isReachable(Diagram diagram, BpmnElement element) {
        Optional<BpmnElement> at = element.parent().flatMap(diagram::element);
        while (at.isPresent() && at.get().type() != BpmnType.DEFINITIONS) {
            BpmnType type = at.get().type();
            boolean holds = type.isFlowElementsContainer()
                    || type == BpmnType.COLLABORATION
                    || type == BpmnType.CHOREOGRAPHY
                    || type == BpmnType.LANE_SET
                    || type == BpmnType.CHILD_LANE_SET
                    || type == BpmnType.LANE
                    || element.type().isDataAssociation() && type.isFlowNode();
            if (!holds) {
                return false;
            }
            at = at.get().parent().flatMap(diagram::element);
        }
        return at.isPresent();
    }

    private static boolean isIn(Diagram diagram, BpmnElement element, BpmnType type) {
        return element.parent()
                .flatMap(diagram::element)
                .filter(it -> it.type() == type)
                .isPresent();
    }

    private static List<String> overlaps(Diagram diagram, PlacedPlane plane) {
        List<Map.Entry<ElementId, Bounds>> solid = plane.shapes().entrySet().stream()
                .filter(it -> isSolid(diagram, it.getKey()))
                .toList();
        var faults = new ArrayList<String>();
        for (int i = 0; i < solid.size(); i++) {
            for (int j = i + 1; j < solid.size(); j++) {
                Bounds a = solid.get(i).getValue();
                Bounds b = solid.get(j).getValue();
                boolean apart = !a.inflate(-0.5).intersects(b.inflate(-0.5));
                boolean nested = a.contains(b) || b.contains(a);
                if (!apart && !nested) {
                    faults.add(
                            solid.get(i).getKey() + " overlaps " + solid.get(j).getKey());
                }
            }
        }
        return faults;
    }

    /// Groups and boundary events lie over others by their nature.
    private static boolean isSolid(Diagram diagram, ElementId id) {
        BpmnType type = diagram.element(id).orElseThrow().type();
        return type != BpmnType.GROUP && type != BpmnType.BOUNDARY_EVENT;
    }

    /// Sequence flows run through no flow node but the sub-processes that hold them.
    private static List<String> crossings(Diagram diagram, PlacedPlane plane) {
        var faults = new ArrayList<String>();
        plane.edges().forEach((id, way) -> {
            BpmnElement flow = diagram.element(id).orElseThrow();
            if (flow.type() != BpmnType.SEQUENCE_FLOW || !sameScope(diagram, flow)) {
                return;
            }
            for (int i = 1; i < way.size(); i++) {
                Point a = way.get(i - 1);
                Point b = way.get(i);
                if (Math.abs(a.x() - b.x()) > 0.01 && Math.abs(a.y() - b.y()) > 0.01) {
                    faults.add(id + " runs askew");
                }
                Bounds line = new Bounds(
                        Math.min(a.x(), b.x()),
                        Math.min(a.y(), b.y()),
                        Math.abs(a.x() - b.x()),
                        Math.abs(a.y() - b.y()));
                plane.shapes().forEach((node, bounds) -> {
                    BpmnElement other = diagram.element(node).orElseThrow();
                    boolean solid = other.type().isFlowNode()
                            && other.type() != BpmnType.BOUNDARY_EVENT
                            && other.parent().equals(flow.parent());
                    if (solid && line.intersects(bounds.inflate(-1))) {
                        faults.add(id + " runs through " + node);
                    }
                });
            }
        });
        return faults;
    }

    /// Flows touch the borders of what they connect.
    private static List<String> loose(Diagram diagram, PlacedPlane plane) {
        var faults = new ArrayList<String>();
        plane.edges().forEach((id, way) -> {
            BpmnElement edge = diagram.element(id).orElseThrow();
            edge.source().map(plane.shapes()::get).ifPresent(bounds -> {
                if (!touches(bounds, way.getFirst())) {
                    faults.add(id + " begins away from its source");
                }
            });
            edge.target().map(plane.shapes()::get).ifPresent(bounds -> {
                if (!touches(bounds, way.getLast())) {
                    faults.add(id + " ends away from its target");
                }
            });
        });
        return faults;
    }

    private static boolean touches(Bounds bounds, Point point) {
        return bounds.inflate(0.6).contains(point) && !bounds.inflate(-0.6).contains(point);
    }

    private static boolean sameScope(Diagram diagram, BpmnElement flow) {
        Optional<ElementId> source = flow.source().flatMap(diagram::element).flatMap(BpmnElement::parent);
        Optional<ElementId> target = flow.target().flatMap(diagram::element).flatMap(BpmnElement::parent);
        return source.isPresent() && source.equals(target) && source.equals(flow.parent());
    }
}
