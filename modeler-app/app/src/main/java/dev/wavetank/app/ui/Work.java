package dev.wavetank.app.ui;

/// A piece of background work. It runs off the UI thread, may block, and is interrupted when cancelled.
@FunctionalInterface
public interface Work<T> {
    T run(Progress progress) throws Exception;
}
