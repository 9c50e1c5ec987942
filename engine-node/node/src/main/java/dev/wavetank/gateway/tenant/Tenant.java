package dev.wavetank.gateway.tenant;

import java.time.Instant;

/// A tenant as `GET /cluster/tenants` lists it.
public record Tenant(String id, String name, State state, Instant createdAt) {
    /// What its keys are worth.
    public enum State {
        ACTIVE,
        /// Its keys are refused, its processes go on.
        SUSPENDED
    }
}
