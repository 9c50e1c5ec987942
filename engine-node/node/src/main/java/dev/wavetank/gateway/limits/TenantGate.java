package dev.wavetank.gateway.limits;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// One tenant's rate and its calls at a time. Two numbers, since a gateway may hold ten thousand of these.
final class TenantGate {
    /// The second in the upper bits, the calls in it in the lower 32.
    private final AtomicLong window = new AtomicLong();

    private final AtomicInteger inside = new AtomicInteger();

    /// Counts a call in the second it falls in.
    ///
    /// @return whether it is within the rate
    boolean countIn(long second, int most) {
        long before = window.get();
        while (true) {
            long calls = before >>> 32 == second ? before & 0xffff_ffffL : 0;
            if (calls >= most) return false;
            if (window.compareAndSet(before, second << 32 | calls + 1)) return true;
            before = window.get();
        }
    }

    boolean enter(int most) {
        if (inside.incrementAndGet() <= most) return true;
        inside.decrementAndGet();
        return false;
    }

    void leave() {
        inside.decrementAndGet();
    }

    /// Whether nobody would miss it.
    boolean idle(long second) {
        return inside.get() == 0 && window.get() >>> 32 != second;
    }
}
