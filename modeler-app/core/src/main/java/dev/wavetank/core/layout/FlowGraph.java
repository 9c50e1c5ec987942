package dev.wavetank.core.layout;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.ElementId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The flow nodes of one process or sub-process and the flows between them. Flows out of a boundary event leave
/// its host. Everything is in file order, which makes the layout the same each time.
final class FlowGraph {
    final List<Node> nodes;
    final List<Flow> flows = new ArrayList<>();
    private final Map<Node, List<Flow>> outgoing = new LinkedHashMap<>();
    private final Map<Node, List<Flow>> incoming = new LinkedHashMap<>();
    private final Set<Node> looping = new HashSet<>();

    /// A flow; `boundary` is the event on its source that it really leaves. A `back` flow closes a cycle.
    static final class Flow {
        final BpmnElement element;
        final Node source;
        final Node target;
        final Optional<Node.Boundary> boundary;
        boolean back;

        Flow(BpmnElement element, Node source, Node target, Optional<Node.Boundary> boundary) {
            this.element = element;
            this.source = source;
            this.target = target;
            this.boundary = boundary;
        }

        ElementId id() {
            return element.id();
        }
    }

    FlowGraph(List<Node> nodes) {
        this.nodes = nodes;
        for (Node node : nodes) {
            outgoing.put(node, new ArrayList<>());
            incoming.put(node, new ArrayList<>());
        }
    }

    void add(Flow flow) {
        flows.add(flow);
        if (flow.source != flow.target) {
            outgoing(flow.source).add(flow);
            incoming(flow.target).add(flow);
        } else {
            looping.add(flow.source);
        }
    }

    /// Flows to other nodes.
    List<Flow> outgoing(Node node) {
        return outgoing.getOrDefault(node, List.of());
    }

    /// Flows from other nodes.
    List<Flow> incoming(Node node) {
        return incoming.getOrDefault(node, List.of());
    }

    /// Without any flow; one to itself needs a row to be drawn in, like any other.
    boolean isLonely(Node node) {
        return outgoing(node).isEmpty() && incoming(node).isEmpty() && !looping.contains(node);
    }

    /// Marks the flows that close cycles, seen from the beginnings of the process, and gives every node its
    /// column: one more than the furthest of its predecessors. Beginnings that join later stand just before
    /// where they join.
    void rank() {
        markBack();
        Map<Node, Integer> open = new LinkedHashMap<>();
        Deque<Node> ready = new ArrayDeque<>();
        for (Node node : nodes) {
            int count = (int) incoming(node).stream().filter(flow -> !flow.back).count();
            open.put(node, count);
            if (count == 0) {
                ready.add(node);
            }
        }
        var order = new ArrayList<Node>();
        while (!ready.isEmpty()) {
            Node node = ready.poll();
            order.add(node);
            for (Flow flow : outgoing(node)) {
                if (!flow.back) {
                    flow.target.rank = Math.max(flow.target.rank, node.rank + 1);
                    if (open.merge(flow.target, -1, Integer::sum) == 0) {
                        ready.add(flow.target);
                    }
                }
            }
        }
        for (Node node : order.reversed()) {
            boolean begins = incoming(node).stream().allMatch(flow -> flow.back);
            if (begins) {
                outgoing(node).stream()
                        .filter(flow -> !flow.back)
                        .mapToInt(flow -> flow.target.rank - 1)
                        .min()
                        .ifPresent(rank -> node.rank = Math.max(rank, 0));
            }
        }
    }

    private void markBack() {
        Map<Node, Integer> state = new LinkedHashMap<>();
        for (Node node : nodes) {
            if (incoming(node).isEmpty()) {
                visit(node, state);
            }
        }
        for (Node node : nodes) {
            visit(node, state);
        }
    }

    /// Depth first without recursion, since a process may be thousands of nodes long. State 1 is on the way, 2
    /// done.
    private void visit(Node from, Map<Node, Integer> state) {
        if (state.containsKey(from)) {
            return;
        }
        record Step(Node node, java.util.Iterator<Flow> rest) {}
        Deque<Step> way = new ArrayDeque<>();
        way.push(new Step(from, outgoing(from).iterator()));
        state.put(from, 1);
        while (!way.isEmpty()) {
            Step step = way.peek();
            if (!step.rest.hasNext()) {
                state.put(step.node, 2);
                way.pop();
                continue;
            }
            Flow flow = step.rest.next();
            Integer seen = state.get(flow.target);
            if (seen == null) {
                state.put(flow.target, 1);
                way.push(new Step(flow.target, outgoing(flow.target).iterator()));
            } else if (seen == 1) {
                flow.back = true;
            }
        }
    }
}
