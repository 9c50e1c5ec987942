package dev.wavetank.cluster.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What a node of a launched cluster does. Unlike the registry's `NodeRole` it knows the database too, which
/// the launcher starts but which takes no part in the membership.
public enum Role {
    @JsonProperty("database")
    DATABASE,
    @JsonProperty("gateway")
    GATEWAY,
    @JsonProperty("engine")
    ENGINE;

    /// The word of the node's command line and the first part of its id, for example `engine`.
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
