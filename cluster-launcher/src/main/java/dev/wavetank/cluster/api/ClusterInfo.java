package dev.wavetank.cluster.api;

import java.time.Instant;

/// A cluster that exists on this machine, whoever started it.
///
/// @param id    unique on this machine, for example `tank-3f9a2c`
/// @param stale the program that owned it ended without cleaning up: [ClusterLauncher#sweep] removes it
/// @param owned a living program owns it: it goes away when that program ends
public record ClusterInfo(
        String id, ClusterSpec spec, RuntimeKind runtime, Instant startedAt, boolean stale, boolean owned) {}
