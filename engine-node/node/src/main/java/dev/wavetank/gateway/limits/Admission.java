package dev.wavetank.gateway.limits;

import dev.wavetank.engine.web.ProblemException;
import dev.wavetank.gateway.security.Caller;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Lets calls in, or tells them to come back.
///
/// Every tenant has a rate and a number of calls at a time, so that one that floods the gateway does not slow the
/// others. When the gateway as a whole has too much, readers are turned away first: they can ask again, whereas a
/// completed task is work that someone has done.
public final class Admission {
    /// @param requestsPerSecond of one tenant
    /// @param atATime           calls of one tenant
    /// @param inAll             calls at a time, of all; readers are turned away at three quarters of it
    public record Limits(int requestsPerSecond, int atATime, int inAll) {
        public static final Limits DEFAULT = new Limits(1000, 64, 400);
    }

    /// A call that was let in; close it when it is over.
    public interface Admitted extends AutoCloseable {
        @Override
        void close();
    }

    private record TenantLimits(RateLimiter rate, Bulkhead bulkhead) {}

    private final Limits limits;
    private final RateLimiterConfig rate;
    private final BulkheadConfig bulkhead;
    private final Map<String, TenantLimits> tenants = new ConcurrentHashMap<>();
    private final AtomicInteger running = new AtomicInteger();

    public Admission(Limits limits) {
        this.limits = limits;
        this.rate = RateLimiterConfig.custom()
                .limitForPeriod(limits.requestsPerSecond())
                .limitRefreshPeriod(Duration.ofSeconds(1))
                .timeoutDuration(Duration.ZERO)
                .build();
        this.bulkhead = BulkheadConfig.custom()
                .maxConcurrentCalls(limits.atATime())
                .maxWaitDuration(Duration.ZERO)
                .build();
    }

    /// @param reads whether the call only reads
    /// @throws ProblemException 429 above the tenant's limits, 503 when the gateway has too much
    public Admitted admit(Caller caller, boolean reads) {
        int now = running.incrementAndGet();
        if (now > (reads ? limits.inAll() * 3 / 4 : limits.inAll())) {
            running.decrementAndGet();
            throw ProblemException.unavailable("overloaded", "The gateway has too much to do; try again in a moment.");
        }
        try {
            Admitted tenant = caller.tenant().isEmpty() ? () -> {} : admitTenant(caller.tenant());
            return () -> {
                tenant.close();
                running.decrementAndGet();
            };
        } catch (ProblemException refused) {
            running.decrementAndGet();
            throw refused;
        }
    }

    /// Calls at work.
    public int running() {
        return running.get();
    }

    private Admitted admitTenant(String tenant) {
        TenantLimits own = tenants.computeIfAbsent(
                tenant, name -> new TenantLimits(RateLimiter.of(name, rate), Bulkhead.of(name, bulkhead)));
        if (!own.rate().acquirePermission()) {
            throw tooMany("more than " + limits.requestsPerSecond() + " calls a second");
        }
        if (!own.bulkhead().tryAcquirePermission()) {
            throw tooMany("more than " + limits.atATime() + " calls at a time");
        }
        return own.bulkhead()::releasePermission;
    }

    private static ProblemException tooMany(String what) {
        return ProblemException.of(
                429, "too-many-requests", "Too many requests", "The tenant makes " + what + "; try again in a second.");
    }
}
