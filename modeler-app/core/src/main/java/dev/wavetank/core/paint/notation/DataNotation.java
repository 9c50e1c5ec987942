package dev.wavetank.core.paint.notation;

import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.paint.Path;
import dev.wavetank.core.paint.Pen;
import java.util.Optional;

/// Data: the sheet with the folded corner, and the store.
final class DataNotation {
    private static final Pen EDGE = new Pen(1.8, Pen.Cap.BUTT, Pen.Join.ROUND, java.util.List.of());

    private DataNotation() {}

    static void object(Sketch sketch, Bounds bounds, boolean collection, Optional<String> icon, Look look) {
        double fold = Math.min(bounds.width() * 0.3, bounds.height() * 0.25);
        double corner = bounds.right() - fold;
        Path sheet = Path.builder()
                .move(bounds.x(), bounds.y())
                .line(corner, bounds.y())
                .line(bounds.right(), bounds.y() + fold)
                .line(bounds.right(), bounds.bottom())
                .line(bounds.x(), bounds.bottom())
                .close()
                .build();
        sketch.fill(sheet, look.fill());
        sketch.stroke(sheet, EDGE, look.stroke());
        Path ear = Path.builder()
                .move(corner, bounds.y())
                .line(corner, bounds.y() + fold)
                .line(bounds.right(), bounds.y() + fold)
                .build();
        sketch.detailStroke(ear, EDGE, look.stroke());
        icon.ifPresent(name -> sketch.icon(
                Icon.named(name),
                new Bounds(bounds.x() + 2, bounds.y() + 2, 16, 16),
                Pen.solid(1),
                false,
                look.stroke(),
                look.fill()));
        if (collection) {
            double middle = bounds.center().x();
            for (int i = -1; i <= 1; i++) {
                double x = middle + i * 4.5;
                sketch.detailStroke(
                        Path.line(x, bounds.bottom() - 12, x, bounds.bottom() - 2.5), Pen.solid(2.2), look.stroke());
            }
        }
    }

    static void store(Sketch sketch, Bounds bounds, Look look) {
        double lid = Math.min(bounds.height() * 0.15, 10);
        double bulge = lid * 4 / 3;
        Path body = Path.builder()
                .move(bounds.x(), bounds.y() + lid)
                .curve(
                        bounds.x(),
                        bounds.y() + lid - bulge,
                        bounds.right(),
                        bounds.y() + lid - bulge,
                        bounds.right(),
                        bounds.y() + lid)
                .line(bounds.right(), bounds.bottom() - lid)
                .curve(
                        bounds.right(),
                        bounds.bottom() - lid + bulge,
                        bounds.x(),
                        bounds.bottom() - lid + bulge,
                        bounds.x(),
                        bounds.bottom() - lid)
                .close()
                .build();
        sketch.fill(body, look.fill());
        sketch.stroke(body, EDGE, look.stroke());
        double gap = Math.min(bounds.height() * 0.12, 6);
        for (int ring = 0; ring < 3; ring++) {
            double y = bounds.y() + lid + ring * gap;
            Path rim = Path.builder()
                    .move(bounds.x(), y)
                    .curve(bounds.x(), y + bulge, bounds.right(), y + bulge, bounds.right(), y)
                    .build();
            sketch.detailStroke(rim, EDGE, look.stroke());
        }
    }
}
