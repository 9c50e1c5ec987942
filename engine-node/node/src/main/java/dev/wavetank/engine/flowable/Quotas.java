package dev.wavetank.engine.flowable;

import dev.wavetank.engine.membership.Jdbc;
import dev.wavetank.engine.policy.Allowance;
import dev.wavetank.engine.policy.Policies;
import dev.wavetank.engine.web.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flowable.common.engine.api.FlowableException;

/// Refuses what would go beyond a tenant's quotas.
///
/// Rows are counted once a second; between two counts this node adds what it starts itself. So a tenant may
/// exceed a quota by what the other nodes start within a second, and a tenant without quotas costs nothing.
final class Quotas {
    private static final Duration COUNT_EVERY = Duration.ofSeconds(1);
    private static final int REMEMBER_AT_MOST = 2_000;

    private static final String INSTANCES =
            "select count(*) from ACT_RU_EXECUTION where TENANT_ID_ = ? and PARENT_ID_ is null";
    private static final String JOBS = "select (select count(*) from ACT_RU_JOB where TENANT_ID_ = ?)"
            + " + (select count(*) from ACT_RU_TIMER_JOB where TENANT_ID_ = ?)"
            + " + (select count(*) from ACT_RU_SUSPENDED_JOB where TENANT_ID_ = ?)"
            + " + (select count(*) from ACT_RU_EXTERNAL_JOB where TENANT_ID_ = ?)";
    private static final String DEFINITIONS = "select count(*) from ACT_RE_PROCDEF where TENANT_ID_ = ?";

    private record Counted(int instances, int jobs, AtomicInteger started, long since) {}

    private final Policies policies;
    private final DataSource outside;
    private final Map<String, Counted> counts = new ConcurrentHashMap<>();

    /// @param outside gives connections that commit by themselves
    Quotas(Policies policies, DataSource outside) {
        this.policies = policies;
        this.outside = outside;
    }

    /// Counts the instance that is about to be started.
    ///
    /// @throws ProblemException 429 if the tenant has as many instances or open jobs as it may
    void requireRoomForInstance(String tenant) {
        Allowance allowance = policies.of(tenant);
        if (allowance.instances() == 0 && allowance.jobs() == 0) return;
        Counted counted = counted(tenant);
        int instances = counted.instances() + counted.started().getAndIncrement();
        if (allowance.instances() > 0 && instances >= allowance.instances()) {
            counted.started().decrementAndGet();
            throw exceeded("runs " + instances + " instances, which is all it may: let some end first.");
        }
        if (allowance.jobs() > 0 && counted.jobs() >= allowance.jobs()) {
            throw exceeded("has " + counted.jobs() + " open jobs, which is all it may: let some be done first.");
        }
    }

    /// @throws ProblemException 429 if the tenant has as many definitions as it may
    void requireRoomForDefinitions(String tenant) {
        int most = policies.of(tenant).definitions();
        if (most == 0) return;
        int deployed = count(DEFINITIONS, tenant);
        if (deployed >= most) {
            throw exceeded("has " + deployed + " process definitions, which is all it may: delete an old deployment.");
        }
    }

    private Counted counted(String tenant) {
        Counted known = counts.get(tenant);
        if (known != null && System.nanoTime() - known.since() < COUNT_EVERY.toNanos()) return known;
        Counted fresh = new Counted(
                count(INSTANCES, tenant),
                count(JOBS, tenant, tenant, tenant, tenant),
                new AtomicInteger(),
                System.nanoTime());
        if (counts.size() >= REMEMBER_AT_MOST) counts.clear();
        counts.put(tenant, fresh);
        return fresh;
    }

    private int count(String sql, Object... tenant) {
        try (Connection connection = outside.getConnection()) {
            return Jdbc.first(connection, sql, row -> row.getInt(1), tenant).orElse(0);
        } catch (SQLException away) {
            throw new FlowableException("The tenant's quota cannot be checked", away);
        }
    }

    private static ProblemException exceeded(String what) {
        return ProblemException.of(429, "quota-exceeded", "Quota exceeded", "The tenant " + what);
    }
}
