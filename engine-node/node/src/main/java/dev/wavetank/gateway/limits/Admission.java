package dev.wavetank.gateway.limits;

import dev.wavetank.engine.policy.Allowance;
import dev.wavetank.engine.web.ProblemException;
import dev.wavetank.gateway.security.Caller;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/// Lets calls in, or tells them to come back.
///
/// Every tenant has a rate and a number of calls at a time, so that one that floods the gateway does not slow the
/// others. The rate is the cluster's: each gateway lets in its share of it. When the gateway as a whole has too
/// much, what matters least is turned away first ([Priority]).
public final class Admission {
    /// A call that was let in; close it when it is over.
    public interface Admitted extends AutoCloseable {
        @Override
        void close();
    }

    /// More tenants than these are not kept in mind, unless they are all at work.
    private static final int KEPT = 4096;

    private final Function<String, Allowance> allowances;
    private final IntSupplier places;
    private final IntSupplier gateways;
    private final LongSupplier nanos;
    private final Map<String, TenantGate> tenants = new ConcurrentHashMap<>();
    private final AtomicInteger running = new AtomicInteger();

    /// @param allowances what a tenant may do
    /// @param places     calls at a time of all tenants together
    /// @param gateways   how many gateways share the tenants' rates
    /// @param nanos      a clock that never goes back
    public Admission(
            Function<String, Allowance> allowances, IntSupplier places, IntSupplier gateways, LongSupplier nanos) {
        this.allowances = allowances;
        this.places = places;
        this.gateways = gateways;
        this.nanos = nanos;
    }

    /// @throws ProblemException 429 above the tenant's limits, 503 when the gateway has too much
    public Admitted admit(Caller caller, Priority priority) {
        if (running.incrementAndGet() > priority.share(places.getAsInt())) {
            running.decrementAndGet();
            throw ProblemException.unavailable("overloaded", "The gateway has too much to do; try again in a moment.");
        }
        try {
            Admitted tenant = caller.tenant().isEmpty() ? () -> {} : admitTenant(caller.tenant(), priority);
            return () -> {
                tenant.close();
                running.decrementAndGet();
            };
        } catch (RuntimeException refused) {
            running.decrementAndGet();
            throw refused;
        }
    }

    /// Calls at work.
    public int running() {
        return running.get();
    }

    /// Tenants of which something is remembered.
    int kept() {
        return tenants.size();
    }

    private Admitted admitTenant(String tenant, Priority priority) {
        Allowance allowance = allowances.apply(tenant);
        long second = Duration.ofNanos(nanos.getAsLong()).toSeconds() & 0x7fff_ffffL;
        TenantGate gate = gate(tenant, second);
        int rate = Math.ceilDiv(allowance.requestsPerSecond(), Math.max(1, gateways.getAsInt()));
        if (!gate.countIn(second, rate)) {
            throw tooMany("more than " + allowance.requestsPerSecond() + " calls a second");
        }
        if (!gate.enter(Math.max(1, priority.share(allowance.callsAtATime())))) {
            throw tooMany("more than " + allowance.callsAtATime() + " calls at a time");
        }
        return gate::leave;
    }

    private TenantGate gate(String tenant, long second) {
        TenantGate known = tenants.get(tenant);
        if (known != null) return known;
        if (tenants.size() >= KEPT) tenants.values().removeIf(gate -> gate.idle(second));
        return tenants.computeIfAbsent(tenant, name -> new TenantGate());
    }

    private static ProblemException tooMany(String what) {
        return ProblemException.of(
                429, "too-many-requests", "Too many requests", "The tenant makes " + what + "; try again in a second.");
    }
}
