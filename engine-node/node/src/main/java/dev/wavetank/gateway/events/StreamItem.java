package dev.wavetank.gateway.events;

import dev.wavetank.gateway.security.Caller;

/// One event on its way to the readers.
///
/// @param id        of a cluster's fact, to continue after; empty for an engine's event
/// @param ofCluster whether it is a fact of the cluster itself, which every caller may see
/// @param tenant    whose it is
/// @param json      as it goes over the wire
record StreamItem(String id, boolean ofCluster, String tenant, String json) {
    boolean isFor(Caller caller) {
        return ofCluster || caller.tenant().isEmpty() || caller.tenant().equals(tenant);
    }
}
