package dev.wavetank.core.layout;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.paint.notation.Labels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Data and annotations: each stands above the first flow node that it is connected with.
final class Satellites {
    private final Diagram diagram;
    private final Map<ElementId, Node> hosts;

    Satellites(Diagram diagram, Map<ElementId, Node> hosts) {
        this.diagram = diagram;
        this.hosts = hosts;
    }

    /// Hangs up all that has a host and returns what has none. Groups with members find their place later.
    List<BpmnElement> attach(List<BpmnElement> children) {
        Map<ElementId, Node> wanted = wishes(children);
        var loose = new ArrayList<BpmnElement>();
        for (BpmnElement child : children) {
            if (!isSatellite(child.type())) {
                continue;
            }
            Node host = wanted.get(child.id());
            if (host == null) {
                loose.add(child);
                continue;
            }
            Bounds size = Sizes.of(child);
            double label = Sizes.label(name(child, diagram)).height();
            host.satellites.add(
                    new Node.Satellite(child, size.width(), size.height(), label > 0 ? label + Sizes.LABEL_GAP : 0));
        }
        return loose;
    }

    static boolean isSatellite(BpmnType type) {
        return type == BpmnType.DATA_OBJECT_REFERENCE
                || type == BpmnType.DATA_STORE_REFERENCE
                || type == BpmnType.TEXT_ANNOTATION;
    }

    static String name(BpmnElement element, Diagram diagram) {
        return Labels.of(element, diagram::element).orElse("");
    }

    static void draw(Node node, Bounds bounds, Sheet sheet) {
        double x = bounds.center().x() - (node.satelliteWidth() - Sizes.SATELLITE_GAP) / 2;
        for (Node.Satellite satellite : node.satellites) {
            double lift = Math.max(node.labelAbove, 0) + Sizes.SATELLITE_RISE - Sizes.LABEL_GAP;
            double y = bounds.y() - lift - satellite.height();
            double middle = x + satellite.room() / 2;
            Bounds box = new Bounds(
                    Math.rint(middle - satellite.width() / 2), Math.rint(y), satellite.width(), satellite.height());
            sheet.solid(satellite.element().id(), box);
            if (satellite.label() > 0 && satellite.element().type().hasExternalLabel()) {
                double width = satellite.room();
                double height = satellite.label() - Sizes.LABEL_GAP;
                sheet.labels.put(
                        satellite.element().id(),
                        new Bounds(box.center().x() - width / 2, box.y() - satellite.label(), width, height));
            }
            x += satellite.room() + Sizes.SATELLITE_GAP;
        }
    }

    private Map<ElementId, Node> wishes(List<BpmnElement> children) {
        var wanted = new HashMap<ElementId, Node>();
        for (BpmnElement child : children) {
            if (child.type() == BpmnType.ASSOCIATION) {
                wish(wanted, child.source(), child.target());
                wish(wanted, child.target(), child.source());
            }
            for (BpmnElement inner : diagram.children(child.id())) {
                if (inner.type() == BpmnType.DATA_INPUT_ASSOCIATION) {
                    wish(wanted, inner.source(), Optional.of(child.id()));
                } else if (inner.type() == BpmnType.DATA_OUTPUT_ASSOCIATION) {
                    wish(wanted, inner.target(), Optional.of(child.id()));
                }
            }
        }
        return wanted;
    }

    private void wish(Map<ElementId, Node> wanted, Optional<ElementId> satellite, Optional<ElementId> near) {
        Optional<Node> host = near.flatMap(this::host);
        if (satellite.isPresent() && host.isPresent()) {
            wanted.putIfAbsent(satellite.get(), host.get());
        }
    }

    private Optional<Node> host(ElementId id) {
        return Optional.ofNullable(hosts.get(id))
                .or(() -> diagram.element(id)
                        .filter(it -> it.type() == BpmnType.SEQUENCE_FLOW)
                        .flatMap(BpmnElement::source)
                        .map(hosts::get));
    }
}
