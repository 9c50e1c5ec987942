package dev.wavetank.core.paint;

import dev.wavetank.core.geometry.Bounds;

/// The part of the plane that is seen, in DI units, and how many pixels one unit takes.
///
/// @param moving the picture lasts for one frame only, as while one zooms
public record Viewport(Bounds visible, double scale, boolean moving) {
    /// Below this scale names are bars and icons are left out; diamonds and circles stay. Letters are less than
    /// four pixels high there, and cost more than all else.
    public static final double COARSE_BELOW = 0.32;

    public Viewport(Bounds visible, double scale) {
        this(visible, scale, false);
    }

    public Detail detail() {
        if (scale < COARSE_BELOW) {
            return Detail.COARSE;
        }
        return moving ? Detail.PLAIN : Detail.FULL;
    }
}
