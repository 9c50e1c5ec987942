package dev.wavetank.cluster.lab;

import java.time.Instant;
import java.util.Optional;

/// The harm that was done.
///
/// @param epoch the node's epoch when it was killed
/// @param detected when the registry first called the node dead, its epoch raised
record FaultRecord(String node, Instant at, long epoch, Optional<Instant> detected) {}
