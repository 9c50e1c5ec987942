package dev.wavetank.core.paint;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
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
    private static final Object NONE = new Object();

    private final Notation notation;
    private Map<Integer, Made> made = new HashMap<>();

    /// The glyphs of one shape or edge and what they were made of.
    private record Made(Object[] of, List<ElementId> ids, List<Glyph> glyphs) {
        boolean dependsOn(Set<ElementId> touched) {
            for (int i = 0; i < ids.size(); i++) {
                if (touched.contains(ids.get(i))) {
                    return true;
                }
            }
            return false;
        }

        boolean isOf(Object[] others) {
            for (int i = 0; i < of.length; i++) {
                if (of[i] != others[i]) {
                    return false;
                }
            }
            return true;
        }
    }

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
            Made now = shapeOf(shape, elements, collapsed, order);
            next.put(shape.xml().key(), now);
            glyphs.addAll(now.glyphs);
        }
        for (Edge edge : plane.edges()) {
            Made now = edgeOf(edge, elements, collapsed, order);
            next.put(edge.xml().key(), now);
            glyphs.addAll(now.glyphs);
        }
        made = next;
        glyphs.sort(Comparator.comparingInt(Glyph::order));
        return new Scene(glyphs);
    }

    /// The next scene after an edit that touched only these elements, as {@link
    /// dev.wavetank.core.bpmn.Diagram.Step} tells. Everything else is taken over unseen, which makes an edit on
    /// thousands of shapes a matter of milliseconds.
    public Scene build(Plane plane, Function<ElementId, Optional<BpmnElement>> elements, Set<ElementId> touched) {
        boolean mayHideOthers = touched.stream()
                .map(elements)
                .anyMatch(it -> it.isEmpty()
                        || it.get().type().isSubProcess()
                        || it.get().type() == BpmnType.CALL_ACTIVITY);
        if (made.isEmpty() || mayHideOthers) {
            return build(plane, elements);
        }
        var glyphs = new ArrayList<Glyph>(made.size() * 2);
        var order = new GlyphOrder(plane, elements);
        Set<ElementId> collapsed = touched.isEmpty() ? Set.of() : collapsed(plane, elements);
        var seen = new HashMap<Integer, Made>(made.size() * 2);
        for (Shape shape : plane.shapes()) {
            Made before = made.get(shape.xml().key());
            if (before == null || before.dependsOn(touched)) {
                before = shapeOf(shape, elements, collapsed, order);
            }
            seen.put(shape.xml().key(), before);
            glyphs.addAll(before.glyphs);
        }
        for (Edge edge : plane.edges()) {
            Made before = made.get(edge.xml().key());
            if (before == null || before.dependsOn(touched)) {
                before = edgeOf(edge, elements, collapsed, order);
            }
            seen.put(edge.xml().key(), before);
            glyphs.addAll(before.glyphs);
        }
        made = seen;
        glyphs.sort(Comparator.comparingInt(Glyph::order));
        return new Scene(glyphs);
    }

    private Made shapeOf(
            Shape shape,
            Function<ElementId, Optional<BpmnElement>> elements,
            Set<ElementId> collapsed,
            GlyphOrder order) {
        Optional<BpmnElement> element = elements.apply(shape.element());
        Object related = related(element, elements);
        boolean hidden = isInside(element, collapsed, elements);
        Object[] of = {shape, orNone(element), related, hidden};
        return reuse(shape.xml().key(), of)
                .orElseGet(() -> new Made(
                        of,
                        ids(shape.element(), related),
                        hidden ? List.of() : shape(shape, element, elements, order)));
    }

    private Made edgeOf(
            Edge edge,
            Function<ElementId, Optional<BpmnElement>> elements,
            Set<ElementId> collapsed,
            GlyphOrder order) {
        Optional<BpmnElement> element = elements.apply(edge.element());
        Optional<BpmnElement> source = element.flatMap(BpmnElement::source).flatMap(elements);
        boolean hidden = isInside(element, collapsed, elements);
        Object[] of = {edge, orNone(element), orNone(source), hidden};
        return reuse(edge.xml().key(), of)
                .orElseGet(() -> new Made(
                        of,
                        ids(edge.element(), orNone(source)),
                        hidden ? List.of() : edge(edge, element, source, order)));
    }

    private static List<ElementId> ids(ElementId element, Object other) {
        return other instanceof BpmnElement more ? List.of(element, more.id()) : List.of(element);
    }

    private Optional<Made> reuse(int key, Object[] of) {
        return Optional.ofNullable(made.get(key)).filter(before -> before.isOf(of));
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
    private static Object related(Optional<BpmnElement> element, Function<ElementId, Optional<BpmnElement>> elements) {
        if (element.isEmpty()) {
            return NONE;
        }
        BpmnElement it = element.get();
        Optional<ElementId> other = switch (it.type()) {
            case DATA_OBJECT_REFERENCE -> it.reference("dataObjectRef");
            case DATA_STORE_REFERENCE -> it.reference("dataStoreRef");
            case GROUP -> it.reference("categoryValueRef");
            case CALL_ACTIVITY -> it.reference("calledElement");
            default -> Optional.empty();
        };
        return orNone(other.flatMap(elements));
    }

    private static Object orNone(Optional<BpmnElement> element) {
        return element.isPresent() ? element.get() : NONE;
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
