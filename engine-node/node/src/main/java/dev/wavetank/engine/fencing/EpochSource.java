package dev.wavetank.engine.fencing;

/// The epoch under which this node works now: written with every ledger row and every event.
@FunctionalInterface
public interface EpochSource {
    long epoch();
}
