package dev.wavetank.engine.policy;

import java.util.List;
import java.util.Objects;

/// The settings of a cluster that can change while it runs. The first seven are what a tenant gets of which its
/// own policy says nothing; zero means without limit.
///
/// @param instances         that run at a time
/// @param jobs              open ones
/// @param definitions       deployed process definitions, every version counted
/// @param requestsPerSecond of one tenant, over all gateways
/// @param callsAtATime      of one tenant, at each gateway
/// @param eventStreams      of one tenant, at each gateway
/// @param historyDays       how long ended instances are kept
/// @param callsInAll        at a time at one gateway, of all tenants
/// @param ledgerDays        how long the steps of ended instances stay in the ledger
/// @param factsDays         how long the cluster's own facts, finished takeovers and idempotency keys are kept
public record ClusterConfig(
        int instances,
        int jobs,
        int definitions,
        int requestsPerSecond,
        int callsAtATime,
        int eventStreams,
        int historyDays,
        int callsInAll,
        int ledgerDays,
        int factsDays) {
    public static final ClusterConfig DEFAULT = new ClusterConfig(0, 0, 0, 1000, 64, 16, 0, 400, 30, 7);

    /// @throws IllegalArgumentException with a sentence for what is out of bounds
    public ClusterConfig {
        Bounds.check("instances", instances, 0, 100_000_000);
        Bounds.check("jobs", jobs, 0, 100_000_000);
        Bounds.check("definitions", definitions, 0, 1_000_000);
        Bounds.check("requestsPerSecond", requestsPerSecond, 1, 1_000_000);
        Bounds.check("callsAtATime", callsAtATime, 1, 10_000);
        Bounds.check("eventStreams", eventStreams, 1, 10_000);
        Bounds.check("historyDays", historyDays, 0, 36_500);
        Bounds.check("callsInAll", callsInAll, 8, 100_000);
        Bounds.check("ledgerDays", ledgerDays, 0, 36_500);
        Bounds.check("factsDays", factsDays, 1, 3_650);
    }

    /// What a tenant may do: its policy, and these settings where the policy says nothing.
    public Allowance allowance(TenantPolicy policy) {
        return new Allowance(
                Objects.requireNonNullElse(policy.instances(), instances),
                Objects.requireNonNullElse(policy.jobs(), jobs),
                Objects.requireNonNullElse(policy.definitions(), definitions),
                Objects.requireNonNullElse(policy.requestsPerSecond(), requestsPerSecond),
                Objects.requireNonNullElse(policy.callsAtATime(), callsAtATime),
                Objects.requireNonNullElse(policy.eventStreams(), eventStreams),
                Objects.requireNonNullElse(policy.scripts(), Scripts.REFUSED),
                Objects.requireNonNullElse(policy.egress(), List.of()));
    }
}
