package dev.wavetank.app.ui;

/// A handle on submitted work.
public interface Job {
    /// Stops the work: its thread is interrupted and neither result nor failure is delivered any more.
    void cancel();

    boolean running();
}
