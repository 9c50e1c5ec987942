package dev.wavetank.engine.flowable;

import org.flowable.job.service.impl.asyncexecutor.AcquireAsyncJobsDueLifecycleListener;

/// Whether more jobs wait in the database than this node can take.
///
/// A node keeps the jobs that it makes itself, which saves a question to the database. When it has more than it
/// can do, that would be unjust: what it has made last would run before what others made earlier, those of a dead
/// node above all. So with a backlog new jobs go to the database, and all nodes take the oldest from there.
final class Backlog implements AcquireAsyncJobsDueLifecycleListener {
    private volatile boolean there;
    private volatile int asked;

    boolean isThere() {
        return there;
    }

    @Override
    public void startAcquiring(String engine, int atMost, int room) {
        asked = Math.min(atMost, room);
        if (room <= 0) there = true;
    }

    @Override
    public void acquiredJobs(String engine, int acquired, int atMost) {
        there = acquired >= asked;
    }

    @Override
    public void rejectedJobs(String engine, int rejected, int acquired, int atMost) {
        there = true;
    }

    @Override
    public void stopAcquiring(String engine) {}

    @Override
    public void optimistLockingException(String engine, int atMost) {}

    @Override
    public void startWaiting(String engine, long millis) {}
}
