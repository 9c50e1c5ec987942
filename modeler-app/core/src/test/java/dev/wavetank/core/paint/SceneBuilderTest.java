package dev.wavetank.core.paint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Corpus;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.xml.XmlElement;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SceneBuilderTest {
    private static Diagram model(String name) throws Exception {
        return Diagram.read(Corpus.files().stream()
                .filter(file -> file.endsWith(name))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void anEditRebuildsOnlyWhatItTouches() throws Exception {
        Diagram before = model("B.2.0.bpmn");
        var builder = new SceneBuilder(Theme.LIGHT);
        Plane plane = before.planes().getFirst();
        Scene first = builder.build(plane, before::element);
        Shape moved = plane.shapes().stream()
                .filter(shape -> before.element(shape.element())
                        .filter(it -> it.name().equals(java.util.Optional.of("Task 5")))
                        .isPresent())
                .findFirst()
                .orElseThrow();

        Diagram.Step step = before.after(before.document()
                .withRoot(
                        move(before.document().root(), moved.xml()),
                        before.document().nextKey()));
        Diagram after = step.diagram();
        Plane next = after.planes().getFirst();
        Scene second = builder.build(next, after::element, step.touched());

        assertThat(second.glyphs())
                .isEqualTo(builder.build(next, after::element).glyphs());
        assertThat(second.glyphs())
                .isEqualTo(new SceneBuilder(Theme.LIGHT)
                        .build(next, after::element)
                        .glyphs());
        assertThat(second.glyphs()).hasSameSizeAs(first.glyphs());
        for (Glyph glyph : second.glyphs()) {
            if (!glyph.element().equals(moved.element())) {
                assertThat(first.glyphs()).anyMatch(old -> old == glyph);
            }
        }
        assertThat(second.body(moved.element()).orElseThrow().bounds().x())
                .isEqualTo(moved.bounds().x() + 40);
    }

    @Test
    void theIndexFindsWhatTouchesAnAreaAndNothingElse() throws Exception {
        Diagram diagram = model("B.2.0.bpmn");
        Scene scene = new SceneBuilder(Theme.LIGHT).build(diagram.planes().getFirst(), diagram::element);
        long seed = 20260101;
        var random = new Random(seed);

        for (int i = 0; i < 500; i++) {
            double size = random.nextInt(20, 3000);
            var area = new Bounds(random.nextInt(-500, 2500), random.nextInt(-500, 2000), size, size);
            var expected = new BitSet();
            for (int at = 0; at < scene.glyphs().size(); at++) {
                expected.set(at, scene.glyphs().get(at).ink().intersects(area));
            }

            assertThat(scene.in(area)).as("seed %d, area %s", seed, area).isEqualTo(expected);
        }
    }

    @Test
    void contentLiesInFrontOfItsContainersAndLabelsInFrontOfAll() throws Exception {
        Diagram diagram = model("B.2.0.bpmn");
        Scene scene = new SceneBuilder(Theme.LIGHT).build(diagram.planes().getFirst(), diagram::element);

        for (Glyph glyph : scene.glyphs()) {
            for (Glyph other : scene.glyphs()) {
                boolean holds = glyph.role() == Glyph.Role.SHAPE
                        && other.role() == Glyph.Role.SHAPE
                        && !glyph.bounds().equals(other.bounds())
                        && glyph.bounds().contains(other.bounds())
                        && isOpaque(diagram, glyph.element());
                if (holds) {
                    assertThat(scene.glyphs().indexOf(other))
                            .as("%s in %s", other.element(), glyph.element())
                            .isGreaterThan(scene.glyphs().indexOf(glyph));
                }
            }
        }
        List<Glyph.Role> roles = scene.glyphs().stream()
                .filter(glyph -> diagram.element(glyph.element())
                        .filter(it -> it.type() == BpmnType.GROUP)
                        .isEmpty())
                .map(Glyph::role)
                .toList();
        int firstLabel = roles.indexOf(Glyph.Role.LABEL);
        assertThat(roles.subList(firstLabel, roles.size())).containsOnly(Glyph.Role.LABEL);
    }

    @Test
    void contentOfAClosedSubProcessOnTheSamePlaneStaysHidden() throws Exception {
        String xml = """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI"
                    xmlns:dc="http://www.omg.org/spec/DD/20100524/DC">
                  <process id="p"><subProcess id="sub"><task id="inner" /></subProcess></process>
                  <di:BPMNDiagram><di:BPMNPlane bpmnElement="p">
                    <di:BPMNShape bpmnElement="sub" isExpanded="false"><dc:Bounds x="0" y="0" width="100" height="80" /></di:BPMNShape>
                    <di:BPMNShape bpmnElement="inner"><dc:Bounds x="10" y="10" width="100" height="80" /></di:BPMNShape>
                  </di:BPMNPlane></di:BPMNDiagram>
                </definitions>
                """;
        Diagram diagram = Diagram.read(xml.getBytes(StandardCharsets.UTF_8));

        Scene scene = new SceneBuilder(Theme.LIGHT).build(diagram.planes().getFirst(), diagram::element);

        assertThat(scene.glyphs()).extracting(glyph -> glyph.element().value()).containsExactly("sub");
    }

    @Test
    void smallPicturesKeepOutlinesAndTurnNamesIntoBars() throws Exception {
        Diagram diagram = model("A.2.0.bpmn");
        Scene scene = new SceneBuilder(Theme.LIGHT).build(diagram.planes().getFirst(), diagram::element);

        for (Glyph glyph : scene.glyphs()) {
            assertThat(glyph.coarse()).noneMatch(Ink.Text.class::isInstance).isNotEmpty();
            long texts =
                    glyph.full().stream().filter(Ink.Text.class::isInstance).count();
            assertThat(glyph.coarse().size()).isGreaterThanOrEqualTo((int) texts);
        }
        ElementId gateway = scene.glyphs().stream()
                .map(Glyph::element)
                .filter(id ->
                        diagram.element(id).filter(it -> it.type().isGateway()).isPresent())
                .findFirst()
                .orElseThrow();
        assertThat(scene.body(gateway).orElseThrow().coarse())
                .anyMatch(ink -> ink instanceof Ink.Stroke stroke && stroke.outline() instanceof Path);
    }

    private static boolean isOpaque(Diagram diagram, ElementId id) {
        return diagram.element(id)
                .filter(it -> it.type().isActivity() || it.type().isSwimlane())
                .isPresent();
    }

    private static XmlElement move(XmlElement element, XmlElement shape) {
        if (element.key() != shape.key()) {
            return element.mapChildren(child -> move(child, shape));
        }
        return element.mapChildren(child -> child.name().local().equals("Bounds")
                ? child.withAttribute(
                        "x",
                        Double.toString(Double.parseDouble(child.attribute("x").orElseThrow()) + 40))
                : child);
    }
}
