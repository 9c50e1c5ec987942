package dev.wavetank.core.bpmn;

import dev.wavetank.core.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/// One `BPMNDiagram` with its `BPMNPlane`: a sheet on which shapes and edges stand, in file order, which is
/// drawing order.
///
/// @param id the diagram's id; empty in files that give none
/// @param element the process, collaboration or collapsed sub-process whose content it shows
/// @param resolution dots per inch the coordinates were meant for, 0 if the file is silent
/// @param xml the `BPMNPlane`
public record Plane(
        String id,
        Optional<String> name,
        Optional<ElementId> element,
        double resolution,
        List<Shape> shapes,
        List<Edge> edges,
        XmlElement xml) {
    public Plane {
        shapes = List.copyOf(shapes);
        edges = List.copyOf(edges);
    }
}
