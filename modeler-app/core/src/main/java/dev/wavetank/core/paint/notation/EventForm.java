package dev.wavetank.core.paint.notation;

import java.util.Optional;

/// What an event's circle has to say: where it stands in the flow, whether it interrupts, and the icon of its
/// definition.
public record EventForm(Position position, boolean interrupting, Optional<String> icon) {
    public enum Position {
        START,
        CATCH,
        THROW,
        BOUNDARY,
        END;

        /// Icons of events that throw are solid.
        boolean solid() {
            return this == THROW || this == END;
        }

        boolean doubleRing() {
            return this == CATCH || this == THROW || this == BOUNDARY;
        }
    }
}
