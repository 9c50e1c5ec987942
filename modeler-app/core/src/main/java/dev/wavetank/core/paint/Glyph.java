package dev.wavetank.core.paint;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.geometry.Bounds;
import java.util.List;

/// One shape, edge or label of a plane, ready to paint: its ink in order, in full and for small scales.
///
/// @param bounds the shape's own, those of the edge's waypoints, or those of the label's text
/// @param ink all that is painted, pen widths included: what culling asks for
/// @param order where it stands in the drawing order; higher is in front
public record Glyph(
        ElementId element, Role role, Bounds bounds, Bounds ink, int order, List<Ink> full, List<Ink> coarse) {
    public Glyph {
        full = List.copyOf(full);
        coarse = List.copyOf(coarse);
    }

    public enum Role {
        SHAPE,
        EDGE,
        LABEL
    }

    public void paint(Surface surface, boolean small) {
        List<Ink> inks = small ? coarse : full;
        for (int i = 0; i < inks.size(); i++) {
            inks.get(i).paint(surface);
        }
    }
}
