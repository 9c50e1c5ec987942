package dev.wavetank.engine.api;

import java.net.URI;
import java.time.Instant;

/// One row of the registry as `GET /cluster/nodes` answers it.
///
/// @param id         stable and unique in the cluster, for example `engine-1`; also the owner of the node's job
/// locks
/// @param address    where the node's peers reach it
/// @param epoch      rises each time the node joins and each time it is declared dead; a node whose epoch has
/// passed fences itself
/// @param leader     true for the one gateway that holds the leader lease
/// @param leaseUntil when the lease runs out, by the database's clock
/// @param activeJobs jobs it has locked, -1 where unknown (gateways)
/// @param heapUsed   bytes, as of the last heartbeat
public record NodeStatus(
        String id,
        NodeRole role,
        URI address,
        long epoch,
        LeaseState state,
        boolean leader,
        Instant leaseUntil,
        int activeJobs,
        long heapUsed) {}
