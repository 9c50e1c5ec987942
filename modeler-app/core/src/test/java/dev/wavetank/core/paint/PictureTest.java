package dev.wavetank.core.paint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.paint.export.DiagramRenderer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// Our pictures of the reference models against those published with them: how much of the ink lies where the
/// other has ink too (F1, within five pixels, at a width of a thousand). Tools differ in fonts, shadows and
/// line widths, so no picture reaches one; each has a floor just below what it reached.
class PictureTest {
    private static final Path MODELS = Path.of("src/test/resources/corpus/miwg");
    private static final int WIDTH = 1000;
    private static final int NEAR = 5;

    /// A plane of a model, the picture published with it, and the score that ours must not fall below.
    private record Pair(String model, int plane, String picture, double floor) {}

    private static final List<Pair> PAIRS = List.of(
            new Pair("A.1.0", 0, "A.1.0", 0.84),
            new Pair("A.2.0", 0, "A.2.0", 0.96),
            new Pair("A.2.1", 0, "A.2.1", 0.98),
            new Pair("A.3.0", 0, "A.3.0", 0.97),
            new Pair("A.4.0", 0, "A.4.0", 0.93),
            new Pair("A.4.1", 0, "A.4.1", 0.975),
            new Pair("B.1.0", 0, "B.1.0", 0.95),
            new Pair("B.2.0", 0, "B.2.0", 0.965),
            new Pair("C.1.0", 0, "C.1.0", 0.965),
            new Pair("C.4.0", 0, "C.4.0.1", 0.89),
            new Pair("C.4.0", 1, "C.4.0.2", 0.92),
            new Pair("C.4.0", 2, "C.4.0.3", 0.955),
            new Pair("C.4.0", 3, "C.4.0.4", 0.94));

    @Test
    void ourPicturesLookLikeTheReferences() throws Exception {
        Map<String, Double> scores = new TreeMap<>();
        for (Pair pair : PAIRS) {
            Diagram diagram = Diagram.read(MODELS.resolve(pair.model + ".bpmn"));
            BufferedImage ours = new DiagramRenderer(Theme.LIGHT)
                    .image(diagram, diagram.planes().get(pair.plane), 1.5);
            BufferedImage theirs =
                    withoutLogo(pair.picture, ImageIO.read(new File(MODELS + "/" + pair.picture + ".png")));
            scores.put(pair.picture, score(ink(ours), ink(theirs)));
        }
        System.out.println("ink F1 against the reference pictures: " + scores);

        assertThat(PAIRS)
                .allSatisfy(pair ->
                        assertThat(scores.get(pair.picture)).as(pair.picture).isGreaterThan(pair.floor));
    }

    /// Two of the references carry the logo of their tool to the right of the drawing.
    private static BufferedImage withoutLogo(String name, BufferedImage picture) {
        boolean logo = name.equals("A.2.1") || name.equals("C.1.0");
        return logo ? picture.getSubimage(0, 0, 1240, picture.getHeight()) : picture;
    }

    /// Where there is ink, cropped to it and scaled to the common width.
    private static boolean[][] ink(BufferedImage picture) {
        var opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = opaque.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, opaque.getWidth(), opaque.getHeight());
        graphics.drawImage(picture, 0, 0, null);
        graphics.dispose();
        int left = opaque.getWidth();
        int right = 0;
        int top = opaque.getHeight();
        int bottom = 0;
        for (int y = 0; y < opaque.getHeight(); y++) {
            for (int x = 0; x < opaque.getWidth(); x++) {
                if (isInk(opaque.getRGB(x, y))) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        int width = right - left + 1;
        int height = Math.max(1, (bottom - top + 1) * WIDTH / width);
        var scaled = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D scaling = scaled.createGraphics();
        scaling.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        scaling.drawImage(opaque.getSubimage(left, top, width, bottom - top + 1), 0, 0, WIDTH, height, null);
        scaling.dispose();
        var ink = new boolean[height][WIDTH];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < WIDTH; x++) {
                ink[y][x] = isInk(scaled.getRGB(x, y));
            }
        }
        return ink;
    }

    private static boolean isInk(int rgb) {
        return Argb.luminance(rgb) < 0.72;
    }

    private static double score(boolean[][] ours, boolean[][] theirs) {
        double precision = covered(ours, theirs);
        double recall = covered(theirs, ours);
        return 2 * precision * recall / (precision + recall);
    }

    /// The part of the ink of one that has ink of the other near it.
    private static double covered(boolean[][] ink, boolean[][] by) {
        boolean[][] wide = dilated(by);
        long all = 0;
        long near = 0;
        for (int y = 0; y < ink.length; y++) {
            for (int x = 0; x < WIDTH; x++) {
                if (ink[y][x]) {
                    all++;
                    near += y < wide.length && wide[y][x] ? 1 : 0;
                }
            }
        }
        return (double) near / all;
    }

    private static boolean[][] dilated(boolean[][] ink) {
        var level = new boolean[ink.length][WIDTH];
        var wide = new boolean[ink.length][WIDTH];
        for (int y = 0; y < ink.length; y++) {
            for (int x = 0; x < WIDTH; x++) {
                for (int near = Math.max(0, x - NEAR); ink[y][x] && near <= Math.min(WIDTH - 1, x + NEAR); near++) {
                    level[y][near] = true;
                }
            }
        }
        for (int y = 0; y < ink.length; y++) {
            for (int near = Math.max(0, y - NEAR); near <= Math.min(ink.length - 1, y + NEAR); near++) {
                for (int x = 0; x < WIDTH; x++) {
                    wide[near][x] |= level[y][x];
                }
            }
        }
        return wide;
    }
}
