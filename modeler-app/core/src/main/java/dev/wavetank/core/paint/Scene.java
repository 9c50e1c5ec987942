package dev.wavetank.core.paint;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.geometry.Bounds;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All glyphs of one plane in drawing order, with an index of where they are. Immutable; a {@link SceneBuilder}
/// makes the next one after an edit and keeps every glyph that the edit did not touch.
public final class Scene {
    private final List<Glyph> glyphs;
    private final GlyphGrid grid;
    private final Map<ElementId, Glyph> bodies = new HashMap<>();
    private final Map<ElementId, Glyph> labels = new HashMap<>();
    private final Optional<Bounds> bounds;

    Scene(List<Glyph> inOrder) {
        glyphs = List.copyOf(inOrder);
        grid = new GlyphGrid(glyphs);
        for (Glyph glyph : glyphs) {
            (glyph.role() == Glyph.Role.LABEL ? labels : bodies).putIfAbsent(glyph.element(), glyph);
        }
        bounds = covered(glyphs);
    }

    private static Optional<Bounds> covered(List<Glyph> glyphs) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Glyph glyph : glyphs) {
            if (!glyph.full().isEmpty()) {
                left = Math.min(left, glyph.ink().x());
                top = Math.min(top, glyph.ink().y());
                right = Math.max(right, glyph.ink().right());
                bottom = Math.max(bottom, glyph.ink().bottom());
            }
        }
        return left > right ? Optional.empty() : Optional.of(new Bounds(left, top, right - left, bottom - top));
    }

    /// All glyphs, those behind first.
    public List<Glyph> glyphs() {
        return glyphs;
    }

    /// The shape or edge of an element; an element that the plane shows several times gives its first.
    public Optional<Glyph> body(ElementId element) {
        return Optional.ofNullable(bodies.get(element));
    }

    /// The label beside an element.
    public Optional<Glyph> label(ElementId element) {
        return Optional.ofNullable(labels.get(element));
    }

    /// What all ink covers; empty if there is none.
    public Optional<Bounds> bounds() {
        return bounds;
    }

    /// Positions in {@link #glyphs()} of what touches the area, ascending, thus in drawing order.
    public BitSet in(Bounds area) {
        return grid.in(area);
    }
}
