package dev.wavetank.core.paint;

import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.paint.notation.Icon;
import java.util.ArrayList;
import java.util.List;

/// Finds icons in what was painted, by shape alone: wherever they are and however large.
final class Icons {
    private Icons() {}

    static boolean has(Glyph glyph, String name) {
        return Icon.named(name).parts().stream()
                .allMatch(part -> glyph.full().stream().anyMatch(ink -> switch (ink) {
                    case Ink.Fill(Outline outline, int argb) -> sameForm(outline, part.path());
                    case Ink.Stroke(Outline outline, Pen pen, int argb) -> sameForm(outline, part.path());
                    case Ink.Text text -> false;
                }));
    }

    private static boolean sameForm(Outline outline, Path path) {
        if (!(outline instanceof Path other)) {
            return false;
        }
        List<Double> a = normalised(other);
        List<Double> b = normalised(path);
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (Math.abs(a.get(i) - b.get(i)) > 1e-6) {
                return false;
            }
        }
        return true;
    }

    private static List<Double> normalised(Path path) {
        Bounds bounds = path.bounds();
        double width = Math.max(bounds.width(), 1e-9);
        double height = Math.max(bounds.height(), 1e-9);
        var numbers = new ArrayList<Double>();
        path.trace(new Path.Tracer() {
            @Override
            public void move(double x, double y) {
                numbers.add(-1.0);
                point(x, y);
            }

            @Override
            public void line(double x, double y) {
                numbers.add(-2.0);
                point(x, y);
            }

            @Override
            public void curve(double x1, double y1, double x2, double y2, double x, double y) {
                numbers.add(-3.0);
                point(x1, y1);
                point(x2, y2);
                point(x, y);
            }

            @Override
            public void close() {
                numbers.add(-4.0);
            }

            private void point(double x, double y) {
                numbers.add((x - bounds.x()) / width);
                numbers.add((y - bounds.y()) / height);
            }
        });
        return numbers;
    }
}
