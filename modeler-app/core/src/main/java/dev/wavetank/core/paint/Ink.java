package dev.wavetank.core.paint;

import dev.wavetank.core.geometry.Bounds;

/// One stroke of a picture: the display list of a glyph is a list of these, with everything computed, so that
/// painting only replays.
public sealed interface Ink {
    void paint(Surface surface);

    /// What it covers, pen width included.
    Bounds bounds();

    record Fill(Outline outline, int argb) implements Ink {
        @Override
        public void paint(Surface surface) {
            surface.fill(outline, argb);
        }

        @Override
        public Bounds bounds() {
            return outline.bounds();
        }
    }

    record Stroke(Outline outline, Pen pen, int argb) implements Ink {
        @Override
        public void paint(Surface surface) {
            surface.stroke(outline, pen, argb);
        }

        @Override
        public Bounds bounds() {
            return outline.bounds().inflate(pen.width() / 2);
        }
    }

    /// A line of text of the given width; turned to read upwards if `upward`, around (`x`, `baseline`).
    record Text(String line, double x, double baseline, double width, Font font, Align align, int argb, boolean upward)
            implements Ink {
        @Override
        public void paint(Surface surface) {
            if (!upward) {
                surface.text(line, x, baseline, font, align, argb);
                return;
            }
            surface.save();
            surface.translate(x, baseline);
            surface.rotate(-90);
            surface.text(line, 0, 0, font, align, argb);
            surface.restore();
        }

        @Override
        public Bounds bounds() {
            double before = switch (align) {
                case LEFT -> 0;
                case CENTER -> width / 2;
                case RIGHT -> width;
            };
            double ascent = font.size() * 0.9;
            double height = font.size() * 1.15;
            return upward
                    ? new Bounds(x - ascent, baseline - (width - before), height, width)
                    : new Bounds(x - before, baseline - ascent, width, height);
        }

        /// What stands for it where letters are too small to read.
        public Fill bar() {
            return new Fill(Outline.box(bounds().inflate(-font.size() * 0.2)), Argb.fade(argb, 0.35));
        }
    }
}
