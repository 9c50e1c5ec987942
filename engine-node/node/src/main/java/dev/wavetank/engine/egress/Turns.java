package dev.wavetank.engine.egress;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Lets each tenant make a few calls at a time: a call waits for its answer with a database connection in its hand,
/// and one tenant's slow host must not cost the others theirs.
final class Turns {
    private final int atATime;
    private final Duration patience;
    private final Map<String, Semaphore> tenants = new ConcurrentHashMap<>();

    Turns(int atATime, Duration patience) {
        this.atATime = atATime;
        this.patience = patience;
    }

    /// Gives the place back when closed.
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /// @throws EgressRefusedException when the tenant's calls leave no room for another in time
    Turn take(String tenant) throws EgressRefusedException, InterruptedException {
        Semaphore places = tenants.computeIfAbsent(tenant, name -> new Semaphore(atATime, true));
        if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new EgressRefusedException(
                    "The tenant has " + atATime + " calls under way at this engine and all of them take long.");
        }
        return places::release;
    }
}
