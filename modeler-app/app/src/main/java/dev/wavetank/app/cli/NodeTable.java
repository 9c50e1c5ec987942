package dev.wavetank.app.cli;

import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.NodeState;
import java.util.Locale;

/// The nodes of one cluster as a table.
final class NodeTable {
    private static final double MEBIBYTE = 1 << 20;

    private NodeTable() {}

    static void print(Cluster cluster, Terminal terminal) {
        terminal.out()
                .println(terminal.bold(cluster.id()) + "  "
                        + cluster.state().name().toLowerCase(Locale.ROOT) + ", "
                        + cluster.runtime().name().toLowerCase(Locale.ROOT) + " runtime");
        Table table = new Table().row("  node", "state", "memory", "cpu", "address", "");
        for (NodeState node : cluster.nodes()) {
            table.row(
                    "  " + node.id(),
                    node.condition().name().toLowerCase(Locale.ROOT),
                    node.memory() == 0 ? "-" : "%.0f MB".formatted(node.memory() / MEBIBYTE),
                    node.memory() == 0 ? "-" : "%.0f %%".formatted(node.cpu() * 100),
                    node.uri().toString(),
                    (node.leader() ? "leads" : "") + (node.note().isEmpty() ? "" : " " + node.note()));
        }
        table.lines().forEach(terminal.out()::println);
    }
}
