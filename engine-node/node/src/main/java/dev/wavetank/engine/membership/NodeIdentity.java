package dev.wavetank.engine.membership;

import dev.wavetank.engine.api.NodeRole;
import java.net.URI;
import java.util.regex.Pattern;

/// One running process of a node.
///
/// @param id          stable over restarts; also the owner of the node's job locks
/// @param address     where its peers reach it
/// @param incarnation tells this process from an earlier one of the same node
public record NodeIdentity(String id, NodeRole role, URI address, String incarnation) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    public NodeIdentity {
        if (!NAME.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "A node id has up to 40 letters, digits, dots, dashes or underscores: '" + id + "' has not");
        }
    }

    /// The identity of this very process.
    public static NodeIdentity ofThisProcess(String id, NodeRole role, URI address) {
        ProcessHandle self = ProcessHandle.current();
        long started = self.info().startInstant().map(at -> at.toEpochMilli()).orElseGet(System::nanoTime);
        return new NodeIdentity(
                id, role, address, Long.toString(self.pid(), 36) + "-" + Long.toString(Math.abs(started), 36));
    }
}
