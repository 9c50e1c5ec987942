package dev.wavetank.core.layout;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.validation.Finding;
import java.util.List;
import java.util.Map;

/// Places for everything a file names, plane by plane, and what a person should know about them.
public record LayoutResult(List<PlacedPlane> placed, List<Finding> findings) {
    public LayoutResult {
        placed = List.copyOf(placed);
        findings = List.copyOf(findings);
    }

    /// One plane. The maps keep drawing order.
    ///
    /// @param element the process or collaboration it shows
    /// @param flags what a shape's element says beside its bounds, by attribute name, such as `isExpanded`
    public record PlacedPlane(
            ElementId element,
            Map<ElementId, Bounds> shapes,
            Map<ElementId, List<Point>> edges,
            Map<ElementId, Bounds> labels,
            Map<ElementId, Map<String, Boolean>> flags) {}

    /// The planes as if they had been read from a file, ready to paint. The file stays as it is.
    public List<Plane> planes() {
        return LayoutXml.planes(this);
    }

    /// The `BPMNDiagram` elements to write before the end of the file's `definitions`. Elements without an id
    /// of their own cannot be referred to and are left out.
    public String xml(String newline, String indent) {
        return LayoutXml.write(this, newline, indent, false);
    }
}
