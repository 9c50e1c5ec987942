package dev.wavetank.core.paint.text;

import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.paint.Align;
import dev.wavetank.core.paint.Font;
import java.util.List;

/// A label broken into lines and put in its place. `bounds` is what the lines really take.
public record TextBlock(List<Line> lines, Font font, Align align, Bounds bounds) {
    public TextBlock {
        lines = List.copyOf(lines);
    }

    /// One line: `x` is the end or middle that the block's alignment names, `baseline` where the letters stand.
    public record Line(String text, double x, double baseline, double width) {}
}
