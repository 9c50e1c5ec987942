package dev.wavetank.core.layout;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.geometry.Bounds;
import java.util.ArrayList;
import java.util.List;

/// A flow node on its way to a place. Column (`rank`) and row are found first, then `x`, `y` of its middle.
/// What hangs on it (boundary events, data, annotations, its label) counts as part of its room.
final class Node {
    final BpmnElement element;
    final double width;
    final double height;
    final int lane;
    /// What is laid out inside, relative to this node's top left corner; empty for all but sub-processes.
    final Sheet inside;
    final List<Satellite> satellites = new ArrayList<>();
    final List<Boundary> boundaries = new ArrayList<>();
    double labelAbove;
    double labelBelow;

    int rank;
    int row;
    boolean placed;
    double x;
    double y;

    /// A data object, store or annotation that stands above its node.
    record Satellite(BpmnElement element, double width, double height, double label) {
        private static final double LABEL_WIDTH = 80;

        /// With its name, which stands above it and may be wider.
        double room() {
            return label > 0 && element.type().hasExternalLabel() ? Math.max(width, LABEL_WIDTH) : width;
        }
    }

    /// A boundary event; `offset` from the middle of its host, on the lower border unless `top`.
    record Boundary(BpmnElement element, double offset, boolean top, double label) {}

    Node(BpmnElement element, double width, double height, int lane, Sheet inside) {
        this.element = element;
        this.width = width;
        this.height = height;
        this.lane = lane;
        this.inside = inside;
    }

    ElementId id() {
        return element.id();
    }

    Bounds bounds() {
        return new Bounds(x - width / 2, y - height / 2, width, height);
    }

    double satelliteWidth() {
        return satellites.stream()
                .mapToDouble(it -> it.room() + Sizes.SATELLITE_GAP)
                .sum();
    }

    /// Room from the middle upwards.
    double above() {
        double top = boundaries.stream()
                .filter(Boundary::top)
                .mapToDouble(it -> Sizes.EVENT / 2 + it.label())
                .max()
                .orElse(0);
        double hanging = satellites.stream()
                .mapToDouble(it -> it.height() + it.label() + Sizes.SATELLITE_RISE)
                .max()
                .orElse(0);
        return height / 2 + Math.max(labelAbove, Math.max(top, hanging));
    }

    /// Room from the middle downwards.
    double below() {
        double bottom = boundaries.stream()
                .filter(it -> !it.top())
                .mapToDouble(it -> Sizes.EVENT / 2 + Math.max(it.label(), 14))
                .max()
                .orElse(0);
        return height / 2 + Math.max(labelBelow, bottom);
    }

    double room() {
        return Math.max(width, satelliteWidth());
    }
}
