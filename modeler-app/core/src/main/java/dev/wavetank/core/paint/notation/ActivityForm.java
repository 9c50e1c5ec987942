package dev.wavetank.core.paint.notation;

import java.util.List;
import java.util.Optional;

/// What an activity's box has to say: its border, the icon of its kind, the markers along its foot in their
/// order, and whether its inside is shown.
public record ActivityForm(Border border, boolean expanded, Optional<String> icon, List<String> markers) {
    public ActivityForm {
        markers = List.copyOf(markers);
    }

    public enum Border {
        PLAIN,
        /// Call activities.
        THICK,
        /// Transactions.
        DOUBLE,
        /// Event sub-processes.
        DOTTED
    }
}
