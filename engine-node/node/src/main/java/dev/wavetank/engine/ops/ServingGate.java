package dev.wavetank.engine.ops;

import dev.wavetank.engine.web.ProblemException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Lets calls of Flowable's REST in while the node holds its lease, and counts those inside, so that a drain can
/// wait for them. The node's own paths stay open: who watches wants to see a fenced node too.
public final class ServingGate implements Filter {
    private static final String REST = "/flowable-rest/";

    private final AtomicInteger inside = new AtomicInteger();
    private volatile boolean open;

    public void open() {
        open = true;
    }

    public void shut() {
        open = false;
    }

    public boolean isOpen() {
        return open;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        if (!request.path().path().startsWith(REST)) {
            chain.proceed();
            return;
        }
        inside.incrementAndGet();
        try {
            if (!open) {
                throw ProblemException.unavailable(
                        "not-serving", "This node holds no lease at present: send the call to another.");
            }
            chain.proceed();
        } finally {
            inside.decrementAndGet();
        }
    }

    public int inside() {
        return inside.get();
    }

    /// Waits until the calls inside are answered, but not for ever.
    ///
    /// @return whether all were
    public boolean awaitEmpty(Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        while (inside.get() > 0 && System.nanoTime() < until) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        return inside.get() == 0;
    }
}
