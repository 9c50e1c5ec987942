package dev.wavetank.cluster.plan;

import dev.wavetank.cluster.api.NodeSize;
import dev.wavetank.cluster.api.Role;
import java.net.URI;

/// One node as it will be for the cluster's whole life.
///
/// @param id       for example `engine-1`; also its host name in containers
/// @param port     its HTTP port on 127.0.0.1 of this machine
/// @param dataPort the database's own port on 127.0.0.1, 0 for other roles
/// @param tls      it speaks HTTPS
public record NodePlan(String id, Role role, int port, int dataPort, NodeSize size, boolean tls) {
    /// Where this machine asks for the node's health.
    public URI http() {
        return URI.create(scheme() + "://127.0.0.1:" + port);
    }

    public String scheme() {
        return tls ? "https" : "http";
    }

    /// What a person is shown as the node's address.
    public URI uri() {
        return role == Role.DATABASE ? URI.create("tcp://127.0.0.1:" + dataPort) : http();
    }
}
