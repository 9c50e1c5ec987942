package dev.wavetank.engine.testing;

import dev.wavetank.engine.fencing.FencingListener;

/// A node that does not care.
public final class SilentListener implements FencingListener {
    @Override
    public void fenced(long staleEpoch) {}

    @Override
    public void joined(long epoch) {}
}
