package dev.wavetank.core.paint.notation;

import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.paint.Align;
import dev.wavetank.core.paint.Argb;
import dev.wavetank.core.paint.Font;
import dev.wavetank.core.paint.Outline;
import dev.wavetank.core.paint.Path;
import dev.wavetank.core.paint.Pen;
import dev.wavetank.core.paint.text.TextLayout;
import java.util.List;

/// What comments on a process: text annotations and groups; and the neutral box for what the notation does not
/// know.
final class ArtifactNotation {
    private static final Pen GROUP = new Pen(1.5, Pen.Cap.ROUND, Pen.Join.ROUND, List.of(8.0, 6.0, 0.0, 6.0));

    private ArtifactNotation() {}

    static void annotation(Sketch sketch, Bounds bounds, String text, Look look, TextLayout texts) {
        if (look.colored()) {
            sketch.fill(Outline.box(bounds), look.fill());
        }
        double arm = Math.min(10, bounds.width() / 2);
        Path bracket = Path.builder()
                .move(bounds.x() + arm, bounds.y())
                .line(bounds.x(), bounds.y())
                .line(bounds.x(), bounds.bottom())
                .line(bounds.x() + arm, bounds.bottom())
                .build();
        sketch.stroke(bracket, Pen.solid(1.5), look.stroke());
        if (!text.isBlank()) {
            Bounds room =
                    new Bounds(bounds.x() + 6, bounds.y() + 5, Math.max(20, bounds.width() - 8), bounds.height() - 6);
            sketch.text(texts.note(text, room, Font.LABEL), look.label());
        }
    }

    static void group(Sketch sketch, Bounds bounds, Look look) {
        Outline.Box box = Outline.box(bounds, 10);
        if (look.colored()) {
            sketch.fill(box, Argb.fade(look.fill(), 0.25));
        }
        sketch.stroke(box, GROUP, look.stroke());
    }

    static void unknown(Sketch sketch, Bounds bounds, String name, Look look, TextLayout texts) {
        Outline.Box box = Outline.box(bounds, 2);
        sketch.fill(box, look.fill());
        sketch.stroke(box, Pen.dashed(1, 3.0, 2.0), look.stroke());
        if (!name.isBlank()) {
            sketch.text(texts.inside(name, bounds.inflate(-3), Font.LABEL, Align.CENTER, false), look.label());
        }
    }
}
