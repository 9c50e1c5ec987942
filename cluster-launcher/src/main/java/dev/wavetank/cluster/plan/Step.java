package dev.wavetank.cluster.plan;

import java.util.List;

/// One thing to do. Steps are done in order; the nodes within one step at the same time.
public sealed interface Step {
    /// What is being done, for a person.
    String sentence();

    /// Makes what the nodes stand on: networks, volumes, folders.
    record LayGround() implements Step {
        @Override
        public String sentence() {
            return "Preparing networks and storage";
        }
    }

    record StartNodes(List<NodePlan> nodes) implements Step {
        @Override
        public String sentence() {
            return "Starting " + names(nodes);
        }
    }

    record ThawNodes(List<NodePlan> nodes) implements Step {
        @Override
        public String sentence() {
            return "Thawing " + names(nodes);
        }
    }

    record ConnectNodes(List<NodePlan> nodes) implements Step {
        @Override
        public String sentence() {
            return "Connecting " + names(nodes);
        }
    }

    /// Lets programs finish what they have and leave.
    record StopNodes(List<NodePlan> nodes) implements Step {
        @Override
        public String sentence() {
            return "Draining " + names(nodes);
        }
    }

    /// Removes what is left of programs that ended.
    record DiscardNodes(List<NodePlan> nodes) implements Step {
        @Override
        public String sentence() {
            return "Removing " + names(nodes);
        }
    }

    record AwaitReady(List<NodePlan> nodes) implements Step {
        @Override
        public String sentence() {
            return "Waiting for " + names(nodes);
        }
    }

    /// Creates or upgrades the schema, once and alone.
    record Migrate() implements Step {
        @Override
        public String sentence() {
            return "Bringing the database schema up to date";
        }
    }

    private static String names(List<NodePlan> nodes) {
        return String.join(", ", nodes.stream().map(NodePlan::id).toList());
    }
}
