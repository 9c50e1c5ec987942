package dev.wavetank.core.paint.text;

import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.paint.Align;
import dev.wavetank.core.paint.Font;
import java.util.ArrayList;
import java.util.List;

/// Puts labels in their places: inside boxes they shrink and at last end in an ellipsis, outside they take the
/// height they need.
public final class TextLayout {
    /// How wide a label outside its element grows before it wraps.
    public static final double EXTERNAL_WIDTH = 90;

    private static final double LINE_HEIGHT = 1.2;
    /// Base line of Arial in a line of 1.2: half the leading above the letters, then their ascent.
    private static final double ASCENT = 0.9465;
    private static final double SMALLEST = 9;
    private static final String ELLIPSIS = "…";

    private final TextMeasure measure;
    private final LineBreaker breaker;

    public TextLayout(TextMeasure measure) {
        this.measure = measure;
        this.breaker = new LineBreaker(measure);
    }

    public static double lineHeight(Font font) {
        return font.size() * LINE_HEIGHT;
    }

    /// A label in a box, in the middle of its height, or at its top if `top`. Where it does not fit, smaller
    /// sizes are tried down to 9, then what is left over is cut with an ellipsis.
    public TextBlock inside(String text, Bounds box, Font font, Align align, boolean top) {
        Font used = font;
        List<String> lines = breaker.lines(text, box.width(), used);
        while (lines.size() * lineHeight(used) > box.height() && used.size() > SMALLEST) {
            used = used.withSize(used.size() - 1);
            lines = breaker.lines(text, box.width(), used);
        }
        int room = Math.max(1, (int) ((box.height() + 0.5) / lineHeight(used)));
        if (lines.size() > room) {
            lines = new ArrayList<>(lines.subList(0, room));
            lines.set(room - 1, shorten(lines.get(room - 1) + ELLIPSIS, box.width(), used));
        }
        double height = lines.size() * lineHeight(used);
        double y = top ? box.y() : box.y() + (box.height() - height) / 2;
        return place(lines, box, y, used, align);
    }

    /// The text of an annotation: from the top left, in full, whatever the height of its bracket.
    public TextBlock note(String text, Bounds box, Font font) {
        return place(breaker.lines(text, box.width(), font), box, box.y(), font, Align.LEFT);
    }

    /// A label whose place the file gives: centred in the bounds, wrapped at their width. Where that needs more
    /// lines than the bounds are high, the file was written with a narrower font, and the label may grow wider
    /// by half.
    public TextBlock labelIn(String text, Bounds box, Font font) {
        double width = Math.max(box.width(), 30);
        List<String> lines = breaker.lines(text, width, font);
        int room = Math.max(1, (int) Math.round(box.height() / lineHeight(font)));
        if (lines.size() > room) {
            double wider = Math.max(width * 1.5, EXTERNAL_WIDTH);
            List<String> fewer = breaker.lines(text, wider, font);
            if (fewer.size() < lines.size()) {
                lines = fewer;
            }
        }
        return place(lines, box, box.y(), font, Align.CENTER);
    }

    /// A label whose place the file does not give: centred under (`x`, `top`), 90 wide.
    public TextBlock labelBelow(String text, double x, double top, Font font) {
        List<String> lines = breaker.lines(text, EXTERNAL_WIDTH, font);
        return place(lines, new Bounds(x - EXTERNAL_WIDTH / 2, top, EXTERNAL_WIDTH, 0), top, font, Align.CENTER);
    }

    private TextBlock place(List<String> texts, Bounds box, double top, Font font, Align align) {
        double x = switch (align) {
            case LEFT -> box.x();
            case CENTER -> box.x() + box.width() / 2;
            case RIGHT -> box.right();
        };
        var lines = new ArrayList<TextBlock.Line>(texts.size());
        double widest = 0;
        double y = top;
        for (String text : texts) {
            double width = measure.width(text, font);
            widest = Math.max(widest, width);
            lines.add(new TextBlock.Line(text, x, y + font.size() * ASCENT, width));
            y += lineHeight(font);
        }
        double left = switch (align) {
            case LEFT -> x;
            case CENTER -> x - widest / 2;
            case RIGHT -> x - widest;
        };
        return new TextBlock(lines, font, align, new Bounds(left, top, widest, y - top));
    }

    private String shorten(String text, double width, Font font) {
        String kept = text;
        while (kept.length() > 1 && measure.width(kept, font) > width) {
            int cut = kept.offsetByCodePoints(kept.length() - ELLIPSIS.length(), -1);
            kept = kept.substring(0, cut).stripTrailing() + ELLIPSIS;
        }
        return kept;
    }
}
