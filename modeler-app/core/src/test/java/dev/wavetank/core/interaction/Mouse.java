package dev.wavetank.core.interaction;

import dev.wavetank.core.interaction.PointerEvent.Button;
import java.util.Set;

/// A mouse for tests of the tools.
record Mouse(ToolHost host) {
    void click(double x, double y) {
        host.pressed(PointerEvent.at(x, y));
        host.released(PointerEvent.at(x, y));
    }

    /// Presses at one place and moves to another.
    void pull(double x, double y, double toX, double toY, Modifier... held) {
        host.moved(at(x, y, held));
        host.pressed(at(x, y, held));
        host.moved(at((x + toX) / 2, (y + toY) / 2, held));
        host.moved(at(toX, toY, held));
    }

    void drag(double x, double y, double toX, double toY, Modifier... held) {
        pull(x, y, toX, toY, held);
        host.released(at(toX, toY, held));
    }

    static PointerEvent at(double x, double y, Modifier... held) {
        return new PointerEvent(x, y, Button.PRIMARY, Set.of(held), 1);
    }
}
