package dev.wavetank.cluster.api;

import java.util.List;

/// Harm done to nodes on purpose. All nodes named are hit at once.
public sealed interface Fault {
    /// The ids of the nodes hit, at least one.
    List<String> nodes();

    FaultKind kind();

    /// SIGKILL: no goodbye. Healing starts the node again.
    record Kill(List<String> nodes) implements Fault {
        public Kill {
            nodes = checked(nodes);
        }

        public Kill(String node) {
            this(List.of(node));
        }

        @Override
        public FaultKind kind() {
            return FaultKind.KILL;
        }
    }

    /// Freezes the program: it keeps its memory, its connections and its locks. Healing thaws it.
    record Pause(List<String> nodes) implements Fault {
        public Pause {
            nodes = checked(nodes);
        }

        public Pause(String node) {
            this(List.of(node));
        }

        @Override
        public FaultKind kind() {
            return FaultKind.PAUSE;
        }
    }

    /// Cuts the node from all others. Healing connects it again.
    record Disconnect(List<String> nodes) implements Fault {
        public Disconnect {
            nodes = checked(nodes);
        }

        public Disconnect(String node) {
            this(List.of(node));
        }

        @Override
        public FaultKind kind() {
            return FaultKind.DISCONNECT;
        }
    }

    /// Stops the node in good order and starts it again; there is nothing left to heal.
    record Restart(List<String> nodes) implements Fault {
        public Restart {
            nodes = checked(nodes);
        }

        public Restart(String node) {
            this(List.of(node));
        }

        @Override
        public FaultKind kind() {
            return FaultKind.RESTART;
        }
    }

    /// SIGTERM: the node gives its work back and leaves. Healing starts it again.
    record StopGracefully(List<String> nodes) implements Fault {
        public StopGracefully {
            nodes = checked(nodes);
        }

        public StopGracefully(String node) {
            this(List.of(node));
        }

        @Override
        public FaultKind kind() {
            return FaultKind.STOP;
        }
    }

    private static List<String> checked(List<String> nodes) {
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("a fault hits at least one node");
        }
        return List.copyOf(nodes);
    }
}
