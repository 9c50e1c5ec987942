/// One painter for the screen, SVG, PNG and print: a plane of a diagram becomes a scene of glyphs, a glyph a
/// list of inks, and inks go onto a {@link dev.wavetank.core.paint.Surface}.
@NullMarked
package dev.wavetank.core.paint;

import org.jspecify.annotations.NullMarked;
