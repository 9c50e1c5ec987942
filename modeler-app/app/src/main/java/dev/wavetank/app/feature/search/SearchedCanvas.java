package dev.wavetank.app.feature.search;

import dev.wavetank.core.bpmn.ElementId;

/// What the search needs of the canvas in front.
public interface SearchedCanvas {
    /// Brings an element to the middle of the canvas, on whichever plane it is drawn.
    void centre(ElementId element);

    /// Remembers what is seen now.
    ///
    /// @return shows it again
    Runnable remember();

    /// Gives the canvas the keyboard.
    void focus();
}
