package dev.wavetank.core.interaction;

/// The form of the mouse pointer.
public enum Pointer {
    DEFAULT,
    MOVE,
    CROSSHAIR,
    HAND,
    GRABBING,
    FORBIDDEN,
    RESIZE_NORTH_WEST,
    RESIZE_NORTH,
    RESIZE_NORTH_EAST,
    RESIZE_EAST
}
