package dev.wavetank.core.paint.export;

import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.paint.DiagramPainter;
import dev.wavetank.core.paint.Scene;
import dev.wavetank.core.paint.SceneBuilder;
import dev.wavetank.core.paint.Theme;
import dev.wavetank.core.paint.Viewport;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/// Pictures of planes, cropped to what is drawn plus a margin.
///
/// ```java
/// var renderer = new DiagramRenderer(Theme.LIGHT);
/// for (Plane plane : new AutoLayout().drawable(diagram).planes()) {
///     Files.writeString(file, renderer.svg(diagram, plane));
/// }
/// ```
public final class DiagramRenderer {
    /// DI units around the drawing.
    public static final double MARGIN = 10;
    /// An image of this many pixels takes 400 MB while it is painted.
    private static final double MOST_PIXELS = 100e6;

    private final Theme theme;

    public DiagramRenderer(Theme theme) {
        this.theme = theme;
    }

    public String svg(Diagram diagram, Plane plane) throws RenderException {
        Scene scene = scene(diagram, plane);
        Bounds view = view(scene, plane);
        var surface = new SvgSurface(view, 1, theme.canvas());
        DiagramPainter.paint(surface, scene, new Viewport(view, 1));
        return surface.toSvg();
    }

    /// A PNG with `scale` pixels to a unit; 2 is crisp in print and on dense screens.
    public byte[] png(Diagram diagram, Plane plane, double scale) throws RenderException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.setUseCache(false);
        try {
            if (!ImageIO.write(image(diagram, plane, scale), "png", bytes)) {
                throw new RenderException(RenderException.Code.ENCODING, "This Java has no PNG writer.");
            }
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    public BufferedImage image(Diagram diagram, Plane plane, double scale) throws RenderException {
        Scene scene = scene(diagram, plane);
        Bounds view = view(scene, plane);
        double pixels = view.width() * scale * view.height() * scale;
        if (pixels > MOST_PIXELS) {
            throw new RenderException(
                    RenderException.Code.TOO_LARGE,
                    "The picture would have %.0f × %.0f pixels. Use a scale below %.2f, or SVG."
                            .formatted(
                                    view.width() * scale,
                                    view.height() * scale,
                                    Math.floor(scale * Math.sqrt(MOST_PIXELS / pixels) * 100) / 100));
        }
        try (var surface = new ImageSurface(view, scale, theme.canvas())) {
            DiagramPainter.paint(surface, scene, new Viewport(view, Math.max(scale, 1)));
            return surface.image();
        }
    }

    /// The planes as pages, in order; planes with nothing on them are left out.
    public List<DrawnPage> pages(Diagram diagram, List<Plane> planes, PageSetup setup) {
        List<DrawnPage> pages = new ArrayList<>();
        for (Plane plane : planes) {
            Scene scene = scene(diagram, plane);
            scene.bounds()
                    .map(bounds -> bounds.inflate(MARGIN))
                    .ifPresent(view -> pages.addAll(Pagination.pages(scene, theme, view, setup)));
        }
        return pages;
    }

    private Scene scene(Diagram diagram, Plane plane) {
        return new SceneBuilder(theme).build(plane, diagram::element);
    }

    private static Bounds view(Scene scene, Plane plane) throws RenderException {
        return scene.bounds()
                .map(bounds -> bounds.inflate(MARGIN))
                .orElseThrow(() -> new RenderException(
                        RenderException.Code.EMPTY,
                        "There is nothing to draw"
                                + (plane.id().isEmpty() ? "." : " in the diagram " + plane.id() + ".")));
    }
}
