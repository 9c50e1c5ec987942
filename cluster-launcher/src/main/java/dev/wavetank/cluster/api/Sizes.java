package dev.wavetank.cluster.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// The memory of the nodes, by role.
public record Sizes(NodeSize engine, NodeSize gateway, NodeSize database) {
    /// An engine needs about 200 MB resident at this heap; the limits leave room for threads and code.
    public static final Sizes DEFAULT =
            new Sizes(new NodeSize(160, 448), new NodeSize(96, 320), new NodeSize(128, 320));

    @JsonCreator
    static Sizes of(
            @JsonProperty("engine") @Nullable NodeSize engine,
            @JsonProperty("gateway") @Nullable NodeSize gateway,
            @JsonProperty("database") @Nullable NodeSize database) {
        return new Sizes(
                engine == null ? DEFAULT.engine : engine,
                gateway == null ? DEFAULT.gateway : gateway,
                database == null ? DEFAULT.database : database);
    }

    /// The size of a node of that role.
    public NodeSize of(Role role) {
        return switch (role) {
            case ENGINE -> engine;
            case GATEWAY -> gateway;
            case DATABASE -> database;
        };
    }
}
