package dev.wavetank.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.Corpus;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.edit.command.MoveElements;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.paint.DiagramPainter;
import dev.wavetank.core.paint.Outline;
import dev.wavetank.core.paint.Scene;
import dev.wavetank.core.paint.SceneBuilder;
import dev.wavetank.core.paint.Theme;
import dev.wavetank.core.paint.Viewport;
import dev.wavetank.core.paint.export.ImageSurface;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Painting again only what an edit changed gives the picture that painting all of it gives, to the pixel.
class RepaintTest {
    private static final Bounds VIEW = new Bounds(0, 0, 1500, 900);

    @Test
    void aPartialRepaintIsThePictureOfTheWhole() throws Exception {
        Path file = Corpus.files().stream()
                .filter(it -> it.endsWith("B.2.0.bpmn"))
                .findFirst()
                .orElseThrow();
        Diagram before = Diagram.read(file);
        var builder = new SceneBuilder(Theme.LIGHT);
        int repainted = 0;
        for (var shape : before.planes().getFirst().shapes()) {
            Scene first = builder.build(before.planes().getFirst(), before::element);
            ChangeSet edit = new Editor(before).preview(MoveElements.by(Set.of(shape.element()), 40, 30));
            Scene second = builder.build(edit.after().planes().getFirst(), edit.after()::element, edit.touched());
            if (!second.follows(first) || second.changed().isEmpty()) {
                continue;
            }
            repainted++;
            try (var surface = new ImageSurface(VIEW, 1, Theme.LIGHT.canvas());
                    var whole = new ImageSurface(VIEW, 1, Theme.LIGHT.canvas())) {
                DiagramPainter.paint(surface, first, new Viewport(VIEW, 1));
                Bounds part = outward(second.changed().get().inflate(DiagramPainter.SLACK));
                surface.save();
                surface.clip(Outline.box(part));
                surface.fill(Outline.box(part), Theme.LIGHT.canvas());
                DiagramPainter.repaint(surface, second, new Viewport(part, 1));
                surface.restore();
                DiagramPainter.paint(whole, second, new Viewport(VIEW, 1));

                assertThat(differences(surface.image(), whole.image()))
                        .as("%s moved", shape.element())
                        .isZero();
            }
        }
        assertThat(repainted).isGreaterThan(20);
    }

    private static Bounds outward(Bounds area) {
        double left = Math.floor(area.x());
        double top = Math.floor(area.y());
        return new Bounds(left, top, Math.ceil(area.right()) - left, Math.ceil(area.bottom()) - top);
    }

    private static int differences(BufferedImage one, BufferedImage other) {
        int different = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                different += one.getRGB(x, y) == other.getRGB(x, y) ? 0 : 1;
            }
        }
        return different;
    }
}
