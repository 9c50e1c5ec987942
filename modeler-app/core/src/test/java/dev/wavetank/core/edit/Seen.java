package dev.wavetank.core.edit;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import java.util.List;
import java.util.Optional;

/// Short words for what an editor's diagram shows at the moment.
public record Seen(Editor editor) {
    public static ElementId id(String value) {
        return new ElementId(value);
    }

    public boolean has(String id) {
        return editor.diagram().element(id(id)).isPresent();
    }

    public boolean draws(String id) {
        return editor.diagram().shape(id(id)).isPresent()
                || editor.diagram().edge(id(id)).isPresent();
    }

    public BpmnElement element(String id) {
        return editor.diagram().element(id(id)).orElseThrow();
    }

    public Bounds bounds(String id) {
        return editor.diagram().shape(id(id)).orElseThrow().bounds();
    }

    public List<Point> line(String id) {
        return editor.diagram().edge(id(id)).orElseThrow().waypoints();
    }

    public Optional<Bounds> label(String id) {
        return editor.diagram()
                .shape(id(id))
                .map(Shape::labelBounds)
                .orElseGet(() -> editor.diagram().edge(id(id)).orElseThrow().labelBounds());
    }

    /// What the element names in children of that tag.
    public List<ElementId> named(String id, String tag) {
        return element(id).references(tag);
    }
}
