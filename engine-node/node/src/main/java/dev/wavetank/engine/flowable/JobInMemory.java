package dev.wavetank.engine.flowable;

import org.jspecify.annotations.Nullable;

/// A job that this node has locked and has in memory, queued or running.
///
/// @param instance the process instance it belongs to, whose exclusive lock it may hold
record JobInMemory(String id, @Nullable String instance, Runnable work) implements Runnable {
    @Override
    public void run() {
        work.run();
    }
}
