package dev.wavetank.core.paint;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.paint.notation.Notation;
import dev.wavetank.core.paint.notation.Sketch;
import dev.wavetank.core.paint.notation.Waypoints;
import dev.wavetank.core.paint.text.SansMeasure;
import dev.wavetank.core.paint.text.TextLayout;
import dev.wavetank.core.paint.text.TextMeasure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Makes scenes of a plane, one after the other as it is edited.
///
/// A glyph is kept as long as everything it was made of is the same: shapes, edges and elements are immutable
/// and share what an edit leaves alone, so comparing them is comparing references. The builder is not safe for
/// threads; the scenes are.
public final class SceneBuilder {
    private final Notation notation;
    private Map<Integer, Made> made = new HashMap<>();

    /// The glyphs of one shape or edge and what they were made of.
    private record Made(List<Object> of, List<Glyph> glyphs) {}

    public SceneBuilder(Theme theme) {
        this(theme, new SansMeasure());
    }

    public SceneBuilder(Theme theme, TextMeasure measure) {
        notation = new Notation(theme, new TextLayout(measure));
    }

    /// The scene of a plane; `elements` finds what its shapes refer to.
    public Scene build(Plane plane, Function<ElementId, Optional<BpmnElement>> elements) {
        var next = new HashMap<Integer, Made>(made.size() * 2);
        var glyphs = new ArrayList<Glyph>();
        var order = new GlyphOrder(plane, elements);
        Set<ElementId> collapsed = collapsed(plane, elements);
        for (Shape shape : plane.shapes()) {
            Optional<BpmnElement> element = elements.apply(shape.element());
            if (isInside(element, collapsed, elements)) {
                continue;
            }
            List<Object> of = List.of(shape, element, related(element, elements));
            Made now =
                    reuse(shape.xml().key(), of).orElseGet(() -> new Made(of, shape(shape, element, elements, order)));
            next.put(shape.xml().key(), now);
            glyphs.addAll(now.glyphs);
        }
        for (Edge edge : plane.edges()) {
            Optional<BpmnElement> element = elements.apply(edge.element());
            if (isInside(element, collapsed, elements)) {
                continue;
            }
            Optional<BpmnElement> source = element.flatMap(BpmnElement::source).flatMap(elements);
            List<Object> of = List.of(edge, element, source);
            Made now = reuse(edge.xml().key(), of).orElseGet(() -> new Made(of, edge(edge, element, source, order)));
            next.put(edge.xml().key(), now);
            glyphs.addAll(now.glyphs);
        }
        made = next;
        glyphs.sort(Comparator.comparingInt(Glyph::order));
        return new Scene(glyphs);
    }

    private Optional<Made> reuse(int key, List<Object> of) {
        return Optional.ofNullable(made.get(key)).filter(before -> before.of.equals(of));
    }

    private List<Glyph> shape(
            Shape shape,
            Optional<BpmnElement> element,
            Function<ElementId, Optional<BpmnElement>> elements,
            GlyphOrder order) {
        var glyphs = new ArrayList<Glyph>(2);
        var body = new Sketch();
        notation.shape(body, shape, element, elements);
        boolean band = shape.xml().attribute("participantBandKind").isPresent();
        int place = element.map(it -> order.of(it, band)).orElse(0);
        glyphs.add(glyph(shape.element(), Glyph.Role.SHAPE, shape.bounds(), place, body));
        element.ifPresent(it -> {
            var label = new Sketch();
            notation.label(label, shape, it, elements);
            addLabel(glyphs, shape.element(), label);
        });
        return glyphs;
    }

    private List<Glyph> edge(Edge edge, Optional<BpmnElement> element, Optional<BpmnElement> source, GlyphOrder order) {
        var glyphs = new ArrayList<Glyph>(2);
        var line = new Sketch();
        notation.edge(line, edge, element, source);
        int place = element.map(it -> order.of(it, false)).orElse(0);
        glyphs.add(glyph(edge.element(), Glyph.Role.EDGE, Waypoints.bounds(edge.waypoints()), place, line));
        element.ifPresent(it -> {
            var label = new Sketch();
            notation.label(label, edge, it);
            addLabel(glyphs, edge.element(), label);
        });
        return glyphs;
    }

    private static void addLabel(List<Glyph> glyphs, ElementId element, Sketch label) {
        List<Ink> ink = label.full();
        if (!ink.isEmpty()) {
            Bounds bounds = ink.stream().map(Ink::bounds).reduce(Bounds::union).orElseThrow();
            glyphs.add(glyph(element, Glyph.Role.LABEL, bounds, GlyphOrder.LABEL, label));
        }
    }

    private static Glyph glyph(ElementId element, Glyph.Role role, Bounds bounds, int order, Sketch sketch) {
        List<Ink> full = sketch.full();
        Bounds ink = full.stream().map(Ink::bounds).reduce(Bounds::union).orElse(bounds);
        return new Glyph(element, role, bounds, ink, order, full, sketch.coarse());
    }

    /// What else decides how a shape looks: the data object behind a reference, a group's category, the called
    /// element.
    private static List<Object> related(
            Optional<BpmnElement> element, Function<ElementId, Optional<BpmnElement>> elements) {
        if (element.isEmpty()) {
            return List.of();
        }
        return switch (element.get().type()) {
            case DATA_OBJECT_REFERENCE -> found(element.get().reference("dataObjectRef"), elements);
            case DATA_STORE_REFERENCE -> found(element.get().reference("dataStoreRef"), elements);
            case GROUP -> found(element.get().reference("categoryValueRef"), elements);
            case CALL_ACTIVITY -> found(element.get().reference("calledElement"), elements);
            default -> List.of();
        };
    }

    private static List<Object> found(Optional<ElementId> id, Function<ElementId, Optional<BpmnElement>> elements) {
        return List.of(id.flatMap(elements));
    }

    /// The sub-processes that this plane shows closed, other than the one whose content it is.
    private static Set<ElementId> collapsed(Plane plane, Function<ElementId, Optional<BpmnElement>> elements) {
        var collapsed = new HashSet<ElementId>();
        for (Shape shape : plane.shapes()) {
            boolean closed = !shape.expanded() && !plane.element().equals(Optional.of(shape.element()));
            if (closed
                    && elements.apply(shape.element())
                            .filter(it -> it.type().isSubProcess())
                            .isPresent()) {
                collapsed.add(shape.element());
            }
        }
        return collapsed;
    }

    /// Older files put the content of a closed sub-process on the same plane, where it would cover what is
    /// around it.
    private static boolean isInside(
            Optional<BpmnElement> element,
            Set<ElementId> collapsed,
            Function<ElementId, Optional<BpmnElement>> elements) {
        if (collapsed.isEmpty() || element.isEmpty()) {
            return false;
        }
        Optional<ElementId> parent = element.get().parent();
        if (element.get().type().isDataAssociation()) {
            parent = parent.flatMap(elements).flatMap(BpmnElement::parent);
        }
        while (parent.isPresent()) {
            if (collapsed.contains(parent.get())) {
                return true;
            }
            parent = parent.flatMap(elements).flatMap(BpmnElement::parent);
        }
        return false;
    }
}
