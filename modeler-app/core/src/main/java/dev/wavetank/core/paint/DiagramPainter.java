package dev.wavetank.core.paint;

import dev.wavetank.core.geometry.Bounds;
import java.util.BitSet;
import java.util.List;

/// Paints a scene, or the part of it that a viewport sees, onto any surface. Stateless: all that costs time was
/// done when the scene was made.
public final class DiagramPainter {
    private DiagramPainter() {}

    /// Paints what the viewport sees. The surface's transform must already map DI units to its own.
    public static void paint(Surface surface, Scene scene, Viewport viewport) {
        List<Glyph> glyphs = scene.glyphs();
        BitSet visible = scene.in(viewport.visible());
        for (int i = visible.nextSetBit(0); i >= 0; i = visible.nextSetBit(i + 1)) {
            Glyph glyph = glyphs.get(i);
            surface.beginElement(glyph.element().value());
            glyph.paint(surface, viewport.detail());
            surface.endElement();
        }
    }

    /// How far letters may reach out of what was computed for them, in DI units: fonts differ.
    public static final double SLACK = 12;

    /// Paints all that reaches into a part of the plane, for a surface that is clipped to it.
    public static void repaint(Surface surface, Scene scene, Viewport part) {
        paint(surface, scene, new Viewport(part.visible().inflate(SLACK), part.scale(), part.moving()));
    }

    /// Paints everything in full.
    public static void paint(Surface surface, Scene scene) {
        Bounds all = scene.bounds().orElse(new Bounds(0, 0, 0, 0));
        paint(surface, scene, new Viewport(all, 1));
    }
}
