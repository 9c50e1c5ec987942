package dev.wavetank.core.paint;

import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.geometry.Point;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One shape or edge of the plane that is shown, its glyphs, and what they were made of.
///
/// The glyphs of the scene have slots, two for each of these: the body's and, after it, the label's. A slot
/// stays while its shape is shown, whatever comes or goes before it.
final class Drawn {
    final Object depiction;
    final int key;
    final ElementId element;
    /// Every element that the look depends on, found or not.
    final List<ElementId> dependsOn;

    final List<Glyph> glyphs;
    /// What this one means for the look or the order of others; equal if it means the same.
    final Object outward;

    private final Object[] of;
    private final int order;
    /// Position among all shapes and edges of the plane.
    int position;

    int slot = -1;
    boolean stale;
    /// The last making of a scene that met it.
    int seen;

    Drawn(Made from, Object[] of, List<Glyph> glyphs) {
        this.depiction = from.depiction;
        this.key = from.key;
        this.element = from.element;
        this.dependsOn = from.dependsOn;
        this.outward = from.outward;
        this.order = from.order;
        this.of = of;
        this.glyphs = glyphs;
    }

    /// All but the glyphs, which are made only if something differs.
    record Made(Object depiction, int key, ElementId element, List<ElementId> dependsOn, Object outward, int order) {}

    boolean isOf(Object[] others, int place, Object meaning) {
        if (of.length != others.length || order != place || !outward.equals(meaning)) {
            return false;
        }
        for (int i = 0; i < of.length; i++) {
            if (of[i] != others[i]) {
                return false;
            }
        }
        return true;
    }

    /// Where an edge jumps over others.
    @SuppressWarnings("unchecked")
    List<Point> jumps() {
        return depiction instanceof Edge ? (List<Point>) of[of.length - 1] : List.of();
    }

    @Nullable
    Glyph glyph(boolean label) {
        for (Glyph glyph : glyphs) {
            if ((glyph.role() == Glyph.Role.LABEL) == label) {
                return glyph;
            }
        }
        return null;
    }

    int slotOf(Glyph glyph) {
        return glyph.role() == Glyph.Role.LABEL ? slot + 1 : slot;
    }
}
