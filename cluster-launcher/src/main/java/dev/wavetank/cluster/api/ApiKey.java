package dev.wavetank.cluster.api;

import java.time.Instant;
import java.util.Optional;

/// A tenant's API key as it is listed; the key itself is told once, when it is made.
///
/// @param id        by which it is revoked or rotated
/// @param expiresAt when it stops to be good; empty if it does not by itself
public record ApiKey(String id, String label, Instant createdAt, Optional<Instant> expiresAt) {}
