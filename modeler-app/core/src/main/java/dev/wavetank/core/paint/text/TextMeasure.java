package dev.wavetank.core.paint.text;

import dev.wavetank.core.paint.Font;

/// How wide text is. The answer must not depend on the scale of the picture, so that lines break in the same
/// places at every zoom.
public interface TextMeasure {
    /// Advance width in the font's units.
    double width(String text, Font font);
}
