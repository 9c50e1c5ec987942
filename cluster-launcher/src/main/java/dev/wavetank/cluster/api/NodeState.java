package dev.wavetank.cluster.api;

import dev.wavetank.engine.api.LeaseState;
import java.net.URI;
import java.util.Optional;

/// One node as the cluster view shows it: the runtime's facts and the registry's, merged.
///
/// @param id        unique in the cluster, for example `engine-1`
/// @param uri       where this machine reaches it; for the database `tcp://127.0.0.1:port`
/// @param lease     what the registry says; empty for the database and as long as no gateway answers
/// @param leader    true for the gateway that leads
/// @param epoch     the registry's epoch, 0 where unknown
/// @param cpu       share of one core over the last seconds, 1.0 = one core; 0 where not running
/// @param memory    resident bytes, 0 where not running
/// @param restarts  how often its program was started again
/// @param activeJobs jobs it has locked, -1 where unknown
/// @param note      why it is so, for a person; empty if all is well
public record NodeState(
        String id,
        Role role,
        NodeCondition condition,
        URI uri,
        Optional<LeaseState> lease,
        boolean leader,
        long epoch,
        double cpu,
        long memory,
        int restarts,
        int activeJobs,
        String note) {}
