package dev.wavetank.core.layout;

import dev.wavetank.core.layout.FlowGraph.Flow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Turns columns and rows into coordinates. Columns are as wide as their widest node, gaps as wide as the flows
/// that turn in them and the names on them need; rows are as high as their highest node with all that hangs on
/// it.
final class GridPlacement {
    private static final double TRACK = 10;
    private static final double EMPTY_ROW = 4;
    private static final double LEAST_LANE = 100;

    /// Left and right end of each column.
    final List<double[]> columns = new ArrayList<>();
    /// Top and bottom of each row, all lanes one after the other.
    final List<double[]> rows = new ArrayList<>();
    /// Middle of each row.
    final List<Double> middles = new ArrayList<>();
    /// Top and bottom of each lane.
    final List<double[]> lanes = new ArrayList<>();

    private final FlowGraph graph;

    GridPlacement(FlowGraph graph) {
        this.graph = graph;
    }

    /// Places all nodes that have rows; `laneCount` is 0 if there are no lanes.
    void place(int laneCount) {
        placeColumns();
        placeRows(laneCount);
    }

    private void placeColumns() {
        int last = graph.nodes.stream()
                .filter(node -> node.placed)
                .mapToInt(node -> node.rank)
                .max()
                .orElse(-1);
        var widths = new double[last + 1];
        for (Node node : graph.nodes) {
            if (node.placed) {
                widths[node.rank] = Math.max(widths[node.rank], node.room());
            }
        }
        double[] gaps = gaps(last);
        double x = 0;
        for (int rank = 0; rank <= last; rank++) {
            columns.add(new double[] {x, x + widths[rank]});
            x += widths[rank] + gaps[rank];
        }
        for (Node node : graph.nodes) {
            if (node.placed) {
                node.x = Math.rint((columns.get(node.rank)[0] + columns.get(node.rank)[1]) / 2);
            }
        }
    }

    /// The gap after each column: room for the turns of flows that change rows in it and for names of flows.
    private double[] gaps(int last) {
        var turns = new int[last + 1];
        var names = new double[last + 1];
        for (Flow flow : graph.flows) {
            int left = Math.min(flow.source.rank, flow.target.rank);
            if (flow.source.row != flow.target.row || flow.back || flow.source.lane != flow.target.lane) {
                turns[left]++;
                int before = Math.max(flow.source.rank, flow.target.rank) - 1;
                if (before > left) {
                    turns[before]++;
                }
            }
            double name = Sizes.label(flow.element.name().orElse("")).width();
            names[flow.source.rank] = Math.max(names[flow.source.rank], name);
        }
        var gaps = new double[last + 1];
        for (int rank = 0; rank <= last; rank++) {
            double tracks = Sizes.COLUMN_GAP + TRACK * Math.clamp(turns[rank] - 2, 0, 12);
            double named = names[rank] > 0 ? names[rank] + 34 : 0;
            gaps[rank] = Math.max(tracks, named);
        }
        return gaps;
    }

    private void placeRows(int laneCount) {
        double y = 0;
        for (int lane = 0; lane < Math.max(1, laneCount); lane++) {
            Map<Integer, double[]> extents = extents(lane);
            double top = y;
            y += laneCount > 0 ? Sizes.LANE_PADDING : 0;
            double slack = LEAST_LANE - height(extents) - 2 * Sizes.LANE_PADDING;
            if (laneCount > 0 && slack > 0) {
                y += slack / 2;
            }
            boolean first = true;
            for (Map.Entry<Integer, double[]> row : extents.entrySet()) {
                y += first ? 0 : Sizes.ROW_GAP;
                first = false;
                double middle = Math.rint(y + row.getValue()[0]);
                double bottom = middle + row.getValue()[1];
                rows.add(new double[] {y, bottom});
                middles.add(middle);
                for (Node node : graph.nodes) {
                    if (node.placed && node.lane == lane && node.row == row.getKey()) {
                        node.y = middle;
                    }
                }
                y = bottom;
            }
            if (laneCount > 0) {
                y += Sizes.LANE_PADDING + Math.max(0, slack / 2);
                lanes.add(new double[] {top, y});
            }
        }
    }

    /// Room above and below the middle of each row of a lane. Rows that only flows run through are thin.
    private Map<Integer, double[]> extents(int lane) {
        var used = new TreeSet<Integer>();
        var extents = new TreeMap<Integer, double[]>();
        for (Node node : graph.nodes) {
            if (node.placed && node.lane == lane) {
                used.add(node.row);
                double[] extent = extents.computeIfAbsent(node.row, row -> new double[2]);
                extent[0] = Math.max(extent[0], node.above());
                extent[1] = Math.max(extent[1], node.below());
            }
        }
        if (!used.isEmpty()) {
            for (int row = used.first(); row <= used.last(); row++) {
                extents.computeIfAbsent(row, thin -> new double[] {EMPTY_ROW, EMPTY_ROW});
            }
        }
        return extents;
    }

    private static double height(Map<Integer, double[]> extents) {
        double sum = extents.values().stream().mapToDouble(it -> it[0] + it[1]).sum();
        return sum + Math.max(0, extents.size() - 1) * Sizes.ROW_GAP;
    }
}
