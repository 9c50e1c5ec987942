package dev.wavetank.core.paint.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.layout.AutoLayout;
import dev.wavetank.core.paint.Theme;
import dev.wavetank.core.xml.XmlReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class DiagramRendererTest {
    private static final String DI = """
            xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI"
            xmlns:dc="http://www.omg.org/spec/DD/20100524/DC\"""";

    private final DiagramRenderer renderer = new DiagramRenderer(Theme.LIGHT);

    private static Diagram oneTask(String name, String size) throws Exception {
        return Diagram.read("""
                <definitions %s><process id="p"><task id="t" name="%s" /></process>
                <di:BPMNDiagram id="d"><di:BPMNPlane bpmnElement="p"><di:BPMNShape bpmnElement="t">
                <dc:Bounds x="200" y="100" width="%s" height="80" /></di:BPMNShape></di:BPMNPlane></di:BPMNDiagram>
                </definitions>""".formatted(DI, name, size).getBytes(StandardCharsets.UTF_8));
    }

    private static Plane plane(Diagram diagram) {
        return diagram.planes().getFirst();
    }

    @Test
    void thePictureIsCroppedToTheDrawingPlusAMargin() throws Exception {
        Diagram diagram = oneTask("Task", "100");

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(renderer.png(diagram, plane(diagram), 2)));

        assertThat(image.getWidth()).isEqualTo((100 + 2 + 20) * 2);
        assertThat(image.getHeight()).isEqualTo((80 + 2 + 20) * 2);
        assertThat(image.getRGB(3, 3)).isEqualTo(Theme.LIGHT.canvas());
        assertThat(image.getRGB(22 + 100, 22)).isEqualTo(Theme.LIGHT.stroke());
    }

    @Test
    void svgIsWellFormedEscapedAndAlwaysTheSame() throws Exception {
        Diagram diagram = oneTask("a &lt; b &amp; &quot;c&quot;&#10;次", "100");

        String svg = renderer.svg(diagram, plane(diagram));

        assertThat(svg).contains("data-element-id=\"t\"", "a &lt; b &amp; &quot;c&quot;", "次");
        assertThat(new XmlReader()
                        .read(svg.getBytes(StandardCharsets.UTF_8))
                        .root()
                        .name()
                        .local())
                .isEqualTo("svg");
        assertThat(renderer.svg(diagram, plane(diagram))).isEqualTo(svg);
    }

    @Test
    void aPictureTooLargeForMemoryIsRefusedWithAWayOut() throws Exception {
        Diagram diagram = oneTask("wide", "9000000");

        assertThatThrownBy(() -> renderer.png(diagram, plane(diagram), 1))
                .isInstanceOfSatisfying(
                        RenderException.class, e -> assertThat(e.code()).isEqualTo(RenderException.Code.TOO_LARGE))
                .hasMessageContaining("SVG");
        assertThat(renderer.svg(diagram, plane(diagram))).contains("9000000");
    }

    @Test
    void nothingToDrawIsSaid() throws Exception {
        Diagram diagram = Diagram.read(
                ("<definitions " + DI + "><process id='p'/></definitions>").getBytes(StandardCharsets.UTF_8));
        Plane empty = new AutoLayout().drawable(diagram).planes().getFirst();

        assertThatThrownBy(() -> renderer.svg(diagram, empty))
                .isInstanceOfSatisfying(
                        RenderException.class, e -> assertThat(e.code()).isEqualTo(RenderException.Code.EMPTY));
    }
}
