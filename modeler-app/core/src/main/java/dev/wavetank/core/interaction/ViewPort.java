package dev.wavetank.core.interaction;

/// The part of a view that the hand tool moves.
public interface ViewPort {
    /// Shows what lies further left and up by so many diagram units, so that the sheet moves with the hand.
    void pan(double dx, double dy);
}
