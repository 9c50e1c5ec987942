package dev.wavetank.engine.policy;

import java.util.List;

/// What a tenant may do once its policy and the cluster's settings are put together; zero instances, jobs or
/// definitions means without limit.
///
/// @param egress hosts that tasks may call
public record Allowance(
        int instances,
        int jobs,
        int definitions,
        int requestsPerSecond,
        int callsAtATime,
        int eventStreams,
        Scripts scripts,
        List<String> egress) {}
