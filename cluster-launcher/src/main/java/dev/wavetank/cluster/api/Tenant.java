package dev.wavetank.cluster.api;

import java.time.Instant;

/// A tenant of a cluster.
///
/// @param state `ACTIVE`, `SUSPENDED` or `DELETING`
public record Tenant(String id, String name, String state, Instant createdAt) {}
