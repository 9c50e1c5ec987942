package dev.wavetank.core.layout;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.layout.LayoutResult.PlacedPlane;
import dev.wavetank.core.validation.Finding;
import dev.wavetank.core.validation.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Automatic layout, from left to right: the same file gives the same picture, and nothing that can be drawn is
/// left out.
///
/// Half of the models that developers keep have no diagram interchange at all. Columns come from the longest
/// way to a node; rows from chains, the longest one straight and each branch in the nearest free row (see
/// {@link RowPlacement}); ways from a search on the lines between columns and rows (see {@link EdgeRouter}).
/// Pools, lanes and sub-processes are laid out from the inside out.
public final class AutoLayout {
    /// What can be shown of a diagram: its own planes, or computed ones with a finding that says so.
    public record Drawing(List<Plane> planes, List<Finding> findings) {
        public Drawing {
            planes = List.copyOf(planes);
            findings = List.copyOf(findings);
        }
    }

    /// The planes to draw. Those of the file win as long as one of them shows anything.
    public Drawing drawable(Diagram diagram) {
        boolean drawn = diagram.planes().stream()
                .anyMatch(plane -> !plane.shapes().isEmpty() || !plane.edges().isEmpty());
        if (drawn) {
            return new Drawing(diagram.planes(), List.of());
        }
        LayoutResult result = layout(diagram);
        return new Drawing(result.planes(), result.findings());
    }

    /// Places for all elements, whatever the file's own planes say.
    public LayoutResult layout(Diagram diagram) {
        var planes = new ArrayList<PlacedPlane>();
        for (BpmnElement root : Elements.roots(diagram)) {
            Sheet sheet = new PlaneLayout(diagram).layout(root);
            if (sheet.isEmpty() && !planes.isEmpty()) {
                continue;
            }
            planes.add(new PlacedPlane(
                    root.id(),
                    Collections.unmodifiableMap(new LinkedHashMap<>(sheet.shapes)),
                    Collections.unmodifiableMap(new LinkedHashMap<>(sheet.edges)),
                    Collections.unmodifiableMap(new LinkedHashMap<>(sheet.labels)),
                    flags(diagram, sheet)));
        }
        List<Finding> findings = planes.isEmpty()
                ? List.of()
                : List.of(Finding.of(
                        "layout/generated",
                        Severity.INFO,
                        "The file says what the process is but not where its parts stand. This drawing was computed."));
        return new LayoutResult(planes, findings);
    }

    private static Map<ElementId, Map<String, Boolean>> flags(Diagram diagram, Sheet sheet) {
        var flags = new LinkedHashMap<ElementId, Map<String, Boolean>>();
        for (ElementId id : sheet.shapes.keySet()) {
            BpmnType type = diagram.element(id).map(BpmnElement::type).orElse(BpmnType.UNKNOWN);
            if (type.isSwimlane()) {
                flags.put(id, Map.of("isHorizontal", true));
            } else if (type.isSubProcess()) {
                flags.put(id, Map.of("isExpanded", !sheet.obstacles.containsKey(id)));
            } else if (type == BpmnType.EXCLUSIVE_GATEWAY) {
                flags.put(id, Map.of("isMarkerVisible", true));
            }
        }
        return flags;
    }
}
