package dev.wavetank.cluster.plan;

import dev.wavetank.cluster.api.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Turns a plan and what is seen of it into steps.
///
/// The order is the database, then the schema, then everything else at once: several nodes that create the
/// schema together race, and only one of them comes up.
public final class Planner {
    private Planner() {}

    /// The steps from nothing to a cluster that is ready.
    public static List<Step> start(ClusterPlan plan) {
        List<NodePlan> database = plan.database().stream().toList();
        List<NodePlan> members = plan.members();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.LayGround());
        if (!database.isEmpty()) {
            steps.add(new Step.StartNodes(database));
            steps.add(new Step.AwaitReady(database));
        }
        steps.add(new Step.Migrate());
        steps.add(new Step.StartNodes(members));
        steps.add(new Step.AwaitReady(members));
        return List.copyOf(steps);
    }

    /// The steps that bring the named nodes back to work, whatever was done to them; empty if they all work.
    ///
    /// @param observed by node id; a node that is not in it is absent
    public static List<Step> repair(ClusterPlan plan, Map<String, Observed> observed, Collection<String> nodes) {
        List<NodePlan> wanted =
                plan.nodes().stream().filter(node -> nodes.contains(node.id())).toList();
        List<NodePlan> cut = pick(wanted, observed, seen -> !seen.connected());
        List<NodePlan> frozen = pick(wanted, observed, seen -> seen.presence() == Observed.Presence.PAUSED);
        List<NodePlan> down = pick(wanted, observed, seen -> !seen.alive());
        List<NodePlan> downDatabase =
                down.stream().filter(node -> node.role() == Role.DATABASE).toList();
        List<NodePlan> downMembers =
                down.stream().filter(node -> node.role() != Role.DATABASE).toList();
        List<Step> steps = new ArrayList<>();
        if (!cut.isEmpty()) steps.add(new Step.ConnectNodes(cut));
        if (!frozen.isEmpty()) steps.add(new Step.ThawNodes(frozen));
        if (!downDatabase.isEmpty()) {
            steps.add(new Step.StartNodes(downDatabase));
            steps.add(new Step.AwaitReady(downDatabase));
        }
        if (!downMembers.isEmpty()) steps.add(new Step.StartNodes(downMembers));
        if (!steps.isEmpty()) steps.add(new Step.AwaitReady(wanted));
        return List.copyOf(steps);
    }

    /// The steps that give nodes the program as it is now, one node at a time.
    public static List<Step> update(List<NodePlan> nodes) {
        List<Step> steps = new ArrayList<>();
        for (NodePlan node : nodes) {
            List<NodePlan> one = List.of(node);
            steps.add(new Step.StopNodes(one));
            steps.add(new Step.DiscardNodes(one));
            steps.add(new Step.StartNodes(one));
            steps.add(new Step.AwaitReady(one));
        }
        return List.copyOf(steps);
    }

    /// The steps from one count of engines to another: first what is new comes, then what is too much goes.
    public static List<Step> scale(ClusterPlan from, ClusterPlan to) {
        List<NodePlan> coming =
                to.nodes().stream().filter(node -> !from.nodes().contains(node)).toList();
        List<NodePlan> going =
                from.nodes().stream().filter(node -> !to.nodes().contains(node)).toList();
        List<Step> steps = new ArrayList<>();
        if (!coming.isEmpty()) {
            steps.add(new Step.StartNodes(coming));
            steps.add(new Step.AwaitReady(coming));
        }
        if (!going.isEmpty()) {
            steps.add(new Step.StopNodes(going));
            steps.add(new Step.DiscardNodes(going));
        }
        return List.copyOf(steps);
    }

    private static List<NodePlan> pick(
            List<NodePlan> nodes, Map<String, Observed> observed, Predicate<Observed> condition) {
        return nodes.stream()
                .filter(node -> condition.test(observed.getOrDefault(node.id(), Observed.ABSENT)))
                .toList();
    }
}
