package dev.wavetank.core.paint;

/// What a picture is painted on: a screen canvas, an SVG document, an image, a printed page. Units are DI units
/// until a transform says otherwise, y downwards; colours are ARGB integers ({@link Argb}).
///
/// `save` and `restore` bracket transform, clip and opacity, and must balance. Nothing else is state: every
/// fill, stroke and text call carries all it needs, so that glyphs cannot influence each other.
public interface Surface {
    void save();

    void restore();

    void translate(double dx, double dy);

    void scale(double factor);

    /// Turns clockwise around the current origin.
    void rotate(double degrees);

    /// Multiplies the opacity of all that follows, 0 to 1.
    void opacity(double factor);

    /// Intersects the clip with the outline.
    void clip(Outline outline);

    /// Paths fill by the even-odd rule, so that a part inside another is a hole.
    void fill(Outline outline, int argb);

    void stroke(Outline outline, Pen pen, int argb);

    /// One line of text; `x` is its left end, middle or right end as `align` says, `baseline` the y of its base
    /// line.
    void text(String line, double x, double baseline, Font font, Align align, int argb);

    /// Says that what follows, until the matching `endElement`, depicts this element. Structured surfaces make
    /// a group of it.
    default void beginElement(String elementId) {}

    default void endElement() {}
}
