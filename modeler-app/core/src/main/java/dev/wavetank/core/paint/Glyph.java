package dev.wavetank.core.paint;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.geometry.Bounds;
import java.util.List;

/// One shape, edge or label of a plane, ready to paint: its ink in order, in full and for small scales.
///
/// @param bounds the shape's own, those of the edge's waypoints, or those of the label's text
/// @param ink all that is painted, pen widths included: what culling asks for
/// @param coarse what is painted at small scales; last in it, a bar for each text in `full`
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

    public void paint(Surface surface, Detail detail) {
        switch (detail) {
            case FULL -> paint(surface, full, full.size());
            case COARSE -> paint(surface, coarse, coarse.size());
            case PLAIN -> {
                paint(surface, coarse, coarse.size() - texts());
                for (int i = 0; i < full.size(); i++) {
                    if (full.get(i) instanceof Ink.Text text) {
                        text.paint(surface);
                    }
                }
            }
        }
    }

    private static void paint(Surface surface, List<Ink> inks, int count) {
        for (int i = 0; i < count; i++) {
            inks.get(i).paint(surface);
        }
    }

    private int texts() {
        int texts = 0;
        for (int i = 0; i < full.size(); i++) {
            texts += full.get(i) instanceof Ink.Text ? 1 : 0;
        }
        return texts;
    }
}
