package dev.wavetank.core.bpmn;

import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/// One `BPMNEdge`: the line of a connection on one plane.
///
/// @param waypoints from source to target; a half-finished file may have fewer than two
/// @param messageKind of a message flow with an envelope: `initiating` or `non_initiating`
public record Edge(
        String id,
        ElementId element,
        List<Point> waypoints,
        Optional<Bounds> labelBounds,
        Optional<String> stroke,
        Optional<String> messageKind,
        XmlElement xml) {
    public Edge {
        waypoints = List.copyOf(waypoints);
    }
}
