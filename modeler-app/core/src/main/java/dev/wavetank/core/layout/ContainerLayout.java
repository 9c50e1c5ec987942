package dev.wavetank.core.layout;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.layout.FlowGraph.Flow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lays out what one process or sub-process holds: sub-processes inside it first, then its own nodes in columns
/// and rows, then the flows, at last what belongs to no flow, in a strip below.
final class ContainerLayout {
    private static final double STRIP_WIDTH = 700;
    private static final int DEEPEST = 60;

    private final Diagram diagram;
    private final LaneIndex lanes;
    private final int depth;
    private final Map<ElementId, Node> nodes = new LinkedHashMap<>();
    private final Map<ElementId, Node> hosts = new LinkedHashMap<>();
    private final Map<ElementId, Node.Boundary> boundaries = new LinkedHashMap<>();
    private final List<BpmnElement> loose = new ArrayList<>();
    private final Sheet sheet = new Sheet();
    /// Top and bottom of each lane, in the sheet's coordinates.
    private List<double[]> laneBands = List.of();

    ContainerLayout(Diagram diagram, LaneIndex lanes) {
        this(diagram, lanes, 0);
    }

    private ContainerLayout(Diagram diagram, LaneIndex lanes, int depth) {
        this.diagram = diagram;
        this.lanes = lanes;
        this.depth = depth;
    }

    List<double[]> laneBands() {
        return laneBands;
    }

    Sheet layout(ElementId container) {
        List<BpmnElement> children = diagram.children(container);
        for (BpmnElement child : children) {
            if (child.type().isFlowNode() && child.type() != BpmnType.BOUNDARY_EVENT) {
                nodes.put(child.id(), node(child));
                hosts.put(child.id(), nodes.get(child.id()));
            }
        }
        attachBoundaries(children);
        new Satellites(diagram, hosts).attach(children).forEach(loose::add);
        FlowGraph graph = graph(children);
        graph.rank();
        var rows = new RowPlacement(graph);
        rows.place(lanes.count() > 0);
        var grid = new GridPlacement(graph);
        grid.place(lanes.count());
        laneBands = grid.lanes;
        graph.nodes.stream().filter(node -> node.placed).forEach(this::draw);
        new FlowRouting(graph, grid, sheet).route();
        ShapeLabels.settle(diagram, sheet);
        strip(graph.nodes.stream().filter(node -> !node.placed).toList());
        nameFlows(graph);
        return sheet;
    }

    private Node node(BpmnElement element) {
        Sheet inside = new Sheet();
        if (element.type().isSubProcess() && depth < DEEPEST) {
            inside = new ContainerLayout(diagram, LaneIndex.NONE, depth + 1).layout(element.id());
        }
        Bounds size = Sizes.of(element);
        double width = size.width();
        double height = size.height();
        if (!inside.isEmpty()) {
            Bounds content = inside.bounds();
            width = Math.max(140, 2 * Math.ceil(content.width() / 2) + 2 * Sizes.SUB_PROCESS_SIDE);
            height = 2 * Math.ceil(content.height() / 2) + Sizes.SUB_PROCESS_HEAD + Sizes.SUB_PROCESS_FOOT;
        }
        int count = diagram.attachers(element.id()).size();
        width = Math.max(width, Math.min(count, (count + 1) / 2 + 2) * 44.0);
        var node = new Node(element, width, height, lanes.of(element.id()), inside);
        double label = Sizes.label(element.name().orElse("")).height();
        if (label > 0 && element.type().isEvent()) {
            node.labelBelow = label + Sizes.LABEL_GAP;
        } else if (label > 0 && element.type().isGateway()) {
            node.labelAbove = label + Sizes.LABEL_GAP;
        }
        return node;
    }

    private void attachBoundaries(List<BpmnElement> children) {
        Map<Node, List<BpmnElement>> events = new LinkedHashMap<>();
        for (BpmnElement child : children) {
            if (child.type() == BpmnType.BOUNDARY_EVENT) {
                Optional<Node> host = child.attachedTo().map(nodes::get);
                if (host.isPresent()) {
                    events.computeIfAbsent(host.get(), it -> new ArrayList<>()).add(child);
                } else {
                    nodes.put(child.id(), node(child));
                    hosts.put(child.id(), nodes.get(child.id()));
                }
            }
        }
        events.forEach((host, attached) -> {
            int room = Math.max(1, (int) (host.width / 44));
            int bottom = Math.min(attached.size(), room);
            int top = attached.size() - bottom;
            for (int i = 0; i < attached.size(); i++) {
                boolean onTop = i >= bottom;
                int count = onTop ? top : bottom;
                int at = onTop ? i - bottom : i;
                double step = Math.min(60, host.width / count);
                double label = Sizes.label(attached.get(i).name().orElse("")).height();
                var boundary =
                        new Node.Boundary(attached.get(i), Math.rint((at - (count - 1) / 2.0) * step), onTop, label);
                host.boundaries.add(boundary);
                boundaries.put(attached.get(i).id(), boundary);
                hosts.put(attached.get(i).id(), host);
            }
        });
    }

    private FlowGraph graph(List<BpmnElement> children) {
        var graph = new FlowGraph(List.copyOf(nodes.values()));
        for (BpmnElement child : children) {
            boolean flow = child.type() == BpmnType.SEQUENCE_FLOW;
            boolean handler = child.type() == BpmnType.ASSOCIATION
                    && child.source().filter(boundaries::containsKey).isPresent();
            Optional<Node> source = child.source().map(hosts::get);
            Optional<Node> target = child.target().map(hosts::get);
            if ((flow || handler) && source.isPresent() && target.isPresent()) {
                graph.add(new Flow(
                        child, source.get(), target.get(), child.source().map(boundaries::get)));
            }
        }
        return graph;
    }

    private void draw(Node node) {
        Bounds bounds = node.bounds();
        if (node.inside.isEmpty()) {
            sheet.solid(node.id(), bounds);
        } else {
            Bounds content = node.inside.bounds();
            sheet.shapes.put(node.id(), bounds);
            double spare = (bounds.width() - content.width()) / 2;
            double dx = Math.rint(bounds.x() + spare - content.x());
            sheet.paste(node.inside, dx, Math.rint(bounds.y() + Sizes.SUB_PROCESS_HEAD - content.y()));
        }
        label(node.element, bounds, node.labelAbove > 0);
        for (Node.Boundary boundary : node.boundaries) {
            double x = bounds.center().x() + boundary.offset() - Sizes.EVENT / 2;
            double y = (boundary.top() ? bounds.y() : bounds.bottom()) - Sizes.EVENT / 2;
            Bounds event = new Bounds(x, y, Sizes.EVENT, Sizes.EVENT);
            sheet.solid(boundary.element().id(), event);
            boundaryLabel(boundary, event);
        }
        Satellites.draw(node, bounds, sheet);
    }

    private void label(BpmnElement element, Bounds bounds, boolean above) {
        if (!element.type().hasExternalLabel()) {
            return;
        }
        Bounds size = Sizes.label(element.name().orElse(""));
        if (size.height() > 0) {
            double y = above ? bounds.y() - size.height() - Sizes.LABEL_GAP : bounds.bottom() + Sizes.LABEL_GAP;
            sheet.labels.put(
                    element.id(), new Bounds(bounds.center().x() - size.width() / 2, y, size.width(), size.height()));
        }
    }

    /// Beside the flow that leaves downwards, away from the other boundary events.
    private void boundaryLabel(Node.Boundary boundary, Bounds event) {
        Bounds size = Sizes.label(boundary.element().name().orElse(""));
        if (size.height() > 0) {
            double y = boundary.top() ? event.y() - size.height() - 1 : event.bottom() + 1;
            boolean onRight = boundary.offset() > 0;
            double x = onRight ? event.center().x() + 6 : event.center().x() - size.width() - 5;
            sheet.labels.put(boundary.element().id(), new Bounds(x, y, size.width(), size.height()));
        }
    }

    /// What no flow touches stands in lines below the rest.
    private void strip(List<Node> lonely) {
        Bounds above = sheet.bounds();
        boolean first = sheet.isEmpty();
        double left = above.x();
        double limit = Math.max(STRIP_WIDTH, above.width());
        double x = left;
        double y = above.bottom() + (first ? 0 : Sizes.ROW_GAP + 10);
        double lineHeight = 0;
        List<Node> all = new ArrayList<>(lonely);
        for (BpmnElement element : loose) {
            Bounds size = Sizes.of(element);
            var node = new Node(element, size.width(), size.height(), 0, new Sheet());
            double label = Sizes.label(Satellites.name(element, diagram)).height();
            node.labelBelow = label > 0 ? label + Sizes.LABEL_GAP : 0;
            all.add(node);
        }
        for (Node node : all) {
            if (x > left && x + node.room() > left + limit) {
                x = left;
                y += lineHeight + Sizes.ROW_GAP;
                lineHeight = 0;
            }
            node.x = Math.rint(x + node.room() / 2);
            node.y = Math.rint(y + node.above());
            draw(node);
            x += node.room() + Sizes.COLUMN_GAP;
            lineHeight = Math.max(lineHeight, node.above() + node.below());
        }
    }

    private void nameFlows(FlowGraph graph) {
        Collection<Bounds> taken = new ArrayList<>(sheet.obstacles.values());
        taken.addAll(sheet.labels.values());
        List<Bounds> lines = ShapeLabels.lines(sheet.edges.values());
        for (Flow flow : graph.flows) {
            Bounds size = Sizes.label(flow.element.name().orElse(""));
            List<Point> way = sheet.edges.get(flow.id());
            if (size.height() > 0 && way != null) {
                Bounds place = EdgeLabels.place(way, size, taken, lines);
                sheet.labels.put(flow.id(), place);
                taken.add(place);
            }
        }
    }
}
