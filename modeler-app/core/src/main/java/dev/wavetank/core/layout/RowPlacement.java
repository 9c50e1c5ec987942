package dev.wavetank.core.layout;

import dev.wavetank.core.layout.FlowGraph.Flow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Gives every node of a ranked graph a row.
///
/// The graph is cut into chains: the first runs from the beginning along the longest way to an end and gets a
/// straight row; every branch is a chain of its own that looks for the nearest row, below rather than above, in
/// which all columns it runs through are free, up to where it joins again. So no two chains lie in each other's
/// way and each flow finds a free corridor. Rows are counted per lane.
final class RowPlacement {
    private final FlowGraph graph;
    private final Map<Node, Integer> distanceToEnd = new HashMap<>();
    private final Set<Cell> taken = new HashSet<>();
    private final Deque<Node> pending = new ArrayDeque<>();

    private record Cell(int lane, int row, int rank) {}

    RowPlacement(FlowGraph graph) {
        this.graph = graph;
        List<Node> byRank = new ArrayList<>(graph.nodes);
        byRank.sort(Comparator.comparingInt((Node node) -> node.rank).reversed());
        for (Node node : byRank) {
            int furthest = graph.outgoing(node).stream()
                    .filter(flow -> !flow.back)
                    .mapToInt(flow -> distanceToEnd.getOrDefault(flow.target, 0) + 1)
                    .max()
                    .orElse(0);
            distanceToEnd.put(node, furthest);
        }
    }

    /// Places all nodes; those without any flow only if there are lanes they must lie in.
    void place(boolean lonelyToo) {
        List<Node> beginnings = graph.nodes.stream()
                .filter(node -> lonelyToo || !graph.isLonely(node))
                .sorted(Comparator.comparingInt(
                        (Node node) -> graph.incoming(node).stream().allMatch(flow -> flow.back) ? 0 : 1))
                .toList();
        int fresh = 0;
        for (Node beginning : beginnings) {
            if (!beginning.placed) {
                List<Node> chain = chain(beginning);
                Optional<Node> joined = joined(chain);
                chain(chain, Optional.empty(), joined, joined.map(it -> it.row).orElse(fresh), 0);
                drain();
                fresh = graph.nodes.stream()
                                .filter(node -> node.placed)
                                .mapToInt(node -> node.row)
                                .max()
                                .orElse(-1)
                        + 1;
            }
        }
    }

    private void drain() {
        while (!pending.isEmpty()) {
            Node node = pending.poll();
            for (Flow flow : branches(node)) {
                if (flow.back) {
                    continue;
                }
                int side = flow.boundary.map(it -> it.top() ? -1 : 1).orElse(0);
                if (!flow.target.placed) {
                    List<Node> chain = chain(flow.target);
                    chain(chain, Optional.of(node), joined(chain), node.row, side);
                } else if (flow.target.rank > node.rank + 1 && flow.target.lane == node.lane && !isClear(flow)) {
                    corridor(flow);
                }
            }
        }
    }

    /// The node's own flows, then those of its boundary events from right to left, so that they do not cross.
    private List<Flow> branches(Node node) {
        return graph.outgoing(node).stream()
                .sorted(Comparator.comparingDouble(
                        flow -> flow.boundary.map(it -> 1000 - it.offset()).orElse(0.0)))
                .toList();
    }

    /// From a node along the flows that lead furthest, to an end or to what is placed.
    private List<Node> chain(Node first) {
        var chain = new LinkedHashSet<Node>();
        Optional<Node> next = Optional.of(first);
        while (next.isPresent()) {
            Node node = next.get();
            chain.add(node);
            next = graph.outgoing(node).stream()
                    .filter(flow -> !flow.back && !flow.target.placed && !chain.contains(flow.target))
                    .filter(flow -> flow.boundary.isEmpty())
                    .map(flow -> flow.target)
                    .max(Comparator.comparingInt(distanceToEnd::get));
        }
        return List.copyOf(chain);
    }

    /// Where the last node of a chain goes on to, if that is placed.
    private Optional<Node> joined(List<Node> chain) {
        return graph.outgoing(chain.getLast()).stream()
                .filter(flow -> !flow.back && flow.target.placed)
                .map(flow -> flow.target)
                .findFirst();
    }

    private void chain(List<Node> chain, Optional<Node> source, Optional<Node> joined, int wanted, int side) {
        int from = 0;
        int near = wanted;
        Optional<Node> before = source;
        while (from < chain.size()) {
            int lane = chain.get(from).lane;
            int to = from;
            while (to + 1 < chain.size() && chain.get(to + 1).lane == lane) {
                to++;
            }
            int first =
                    before.filter(it -> it.lane == lane).map(it -> it.rank + 1).orElse(chain.get(from).rank);
            boolean last = to == chain.size() - 1;
            int end = last
                    ? joined.map(it -> Math.max(it.rank - 1, chain.getLast().rank))
                            .orElse(chain.getLast().rank)
                    : chain.get(to).rank;
            boolean entered = before.isPresent() && before.get().lane != lane;
            int start = entered ? 0 : near;
            Optional<Integer> target =
                    joined.filter(it -> last && it.lane == lane).map(it -> it.row);
            int row = freeRow(lane, Math.min(first, chain.get(from).rank), end, start, entered ? 0 : side, target);
            for (int rank = Math.min(first, chain.get(from).rank); rank <= end; rank++) {
                taken.add(new Cell(lane, row, rank));
            }
            for (Node node : chain.subList(from, to + 1)) {
                node.row = row;
                node.placed = true;
                pending.add(node);
            }
            before = Optional.of(chain.get(to));
            near = row;
            from = to + 1;
        }
    }

    /// The cheapest row: near the wanted one, near where it joins, below rather than above.
    private int freeRow(int lane, int first, int last, int wanted, int side, Optional<Integer> joined) {
        int best = wanted;
        double bestCost = Double.POSITIVE_INFINITY;
        for (int distance = 0;
                distance <= graph.nodes.size() + graph.flows.size() + 1 && distance < bestCost;
                distance++) {
            for (int row : new int[] {wanted + distance, wanted - distance}) {
                int away = row - wanted;
                if (side != 0 && away * side <= 0) {
                    continue;
                }
                double cost =
                        distance + 0.6 * joined.map(it -> Math.abs(it - row)).orElse(0) + (away < 0 ? 0.35 : 0);
                if (cost < bestCost && isFree(lane, row, first, last)) {
                    best = row;
                    bestCost = cost;
                }
            }
        }
        return best;
    }

    private boolean isFree(int lane, int row, int first, int last) {
        for (int rank = first; rank <= last; rank++) {
            if (taken.contains(new Cell(lane, row, rank))) {
                return false;
            }
        }
        return true;
    }

    private boolean isClear(Flow flow) {
        return flow.source.row == flow.target.row
                && isFree(flow.source.lane, flow.source.row, flow.source.rank + 1, flow.target.rank - 1);
    }

    /// A flow past placed nodes gets a row of its own to run in.
    private void corridor(Flow flow) {
        int first = flow.source.rank + 1;
        int last = flow.target.rank - 1;
        int lane = flow.source.lane;
        int row = freeRow(lane, first, last, flow.source.row, 0, Optional.of(flow.target.row));
        for (int rank = first; rank <= last; rank++) {
            taken.add(new Cell(lane, row, rank));
        }
    }
}
