package dev.wavetank.core.interaction;

import dev.wavetank.core.geometry.Point;
import java.util.Set;

/// The pointer at a place of the sheet.
///
/// @param x in diagram units, after pan and zoom
/// @param y in diagram units
/// @param clicks how many in quick succession; 2 is a double click
public record PointerEvent(double x, double y, Button button, Set<Modifier> modifiers, int clicks) {
    /// Which button the event is about; `NONE` for a move without one.
    public enum Button {
        NONE,
        PRIMARY,
        MIDDLE,
        SECONDARY
    }

    public PointerEvent {
        modifiers = Set.copyOf(modifiers);
    }

    /// The primary button without keys.
    public static PointerEvent at(double x, double y) {
        return new PointerEvent(x, y, Button.PRIMARY, Set.of(), 1);
    }

    public Point point() {
        return new Point(x, y);
    }

    public boolean has(Modifier modifier) {
        return modifiers.contains(modifier);
    }
}
