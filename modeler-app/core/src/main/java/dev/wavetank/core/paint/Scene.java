package dev.wavetank.core.paint;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.geometry.Bounds;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All glyphs of one plane in drawing order, with an index of where they are. Immutable; a {@link SceneBuilder}
/// makes the next one after an edit and keeps every glyph that the edit did not touch.
public final class Scene {
    private final List<Glyph> glyphs;
    /// Where in the drawing order the glyph of a slot stands.
    private final int[] places;

    private final GlyphGrid grid;
    private final GlyphIndex index;
    /// Which scene this is, without keeping it.
    private final Object mark = new Object();

    private final @Nullable Object follows;
    private final Optional<Bounds> changed;
    /// Made when first asked for; making it twice does no harm.
    private @Nullable Optional<Bounds> bounds;

    /// @param before the scene that this one follows
    /// @param changed what the glyphs cover that differ from it, there and here; of no meaning without it
    Scene(
            List<Glyph> inOrder,
            int[] places,
            GlyphGrid grid,
            GlyphIndex index,
            @Nullable Scene before,
            Optional<Bounds> changed) {
        this.follows = before == null ? null : before.mark;
        this.changed = changed;
        this.glyphs = inOrder;
        this.places = places;
        this.grid = grid;
        this.index = index;
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

    /// True if an edit made this scene of the other one, so that {@link #changed()} tells all that differs.
    public boolean follows(Scene other) {
        return follows == other.mark;
    }

    /// What has to be painted again after the edit that made this scene; empty if it changed nothing to be seen.
    public Optional<Bounds> changed() {
        return changed;
    }

    /// All glyphs, those behind first.
    public List<Glyph> glyphs() {
        return glyphs;
    }

    /// The shape or edge of an element; an element that the plane shows several times gives its first.
    public Optional<Glyph> body(ElementId element) {
        return Optional.ofNullable(index.get(element).body());
    }

    /// The label beside an element.
    public Optional<Glyph> label(ElementId element) {
        return Optional.ofNullable(index.get(element).label());
    }

    /// What all ink covers; empty if there is none.
    public Optional<Bounds> bounds() {
        Optional<Bounds> known = bounds;
        if (known == null) {
            known = covered(glyphs);
            bounds = known;
        }
        return known;
    }

    /// Positions in {@link #glyphs()} of what touches the area, ascending, thus in drawing order.
    public BitSet in(Bounds area) {
        var found = new BitSet(glyphs.size());
        grid.near(area, slot -> {
            int place = places[slot];
            if (!found.get(place) && glyphs.get(place).ink().intersects(area)) {
                found.set(place);
            }
        });
        return found;
    }
}
