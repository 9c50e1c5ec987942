package dev.wavetank.app.canvas;

import dev.wavetank.core.geometry.Point;

/// One thing that the pointer does between press and release. It changes nothing before `drop`: what it would do is
/// shown by running its command as a preview, so the picture cannot differ from the outcome.
interface Gesture {
    /// @param at   where the pointer is on the plane
    /// @param free the person holds the key that suspends snapping
    PreviewLayer.Preview drag(Point at, boolean free);

    void drop(Point at, boolean free);
}
