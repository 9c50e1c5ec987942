package dev.wavetank.core.paint;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.EventDefinition;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.paint.notation.EventReferences;
import dev.wavetank.core.paint.notation.Notation;
import dev.wavetank.core.paint.notation.Sketch;
import dev.wavetank.core.paint.notation.Waypoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes the glyphs of one shape or edge, or gives back those it made before if everything they were made of is
/// the same: shapes, edges and elements are immutable and share what an edit leaves alone, so comparing them is
/// comparing references.
final class GlyphMaker {
    private static final Object NONE = new Object();

    private final Notation notation;

    GlyphMaker(Notation notation) {
        this.notation = notation;
    }

    Drawn draw(Shape shape, @Nullable Drawn before, Surroundings around) {
        Optional<BpmnElement> element = around.element(shape.element());
        List<ElementId> references = element.map(it -> references(it, around)).orElse(List.of());
        Object[] of = new Object[4 + references.size()];
        of[0] = shape;
        of[1] = orNone(element);
        of[2] = around.hides(element);
        of[3] = element.filter(EventReferences::has)
                .map(it -> (Object) EventReferences.of(it, around::element).stream()
                        .findFirst()
                        .map(EventDefinition::xml)
                        .map(Object.class::cast)
                        .orElse(NONE))
                .orElse(NONE);
        for (int i = 0; i < references.size(); i++) {
            of[4 + i] = orNone(around.element(references.get(i)));
        }
        boolean band = shape.xml().attribute("participantBandKind").isPresent();
        int order = element.map(it -> around.order(it, band)).orElse(0);
        var made = new Drawn.Made(
                shape,
                shape.xml().key(),
                shape.element(),
                with(shape.element(), references),
                around.outward(shape, element, order),
                order);
        return keepOrMake(
                before, made, of, () -> of[2] == Boolean.TRUE ? List.of() : shape(shape, element, order, around));
    }

    /// Whether an edge is a flow, which jumps over others and is jumped over.
    static boolean isFlow(Edge edge, Surroundings around) {
        Optional<BpmnElement> element = around.element(edge.element())
                .filter(known -> known.type() == BpmnType.SEQUENCE_FLOW || known.type() == BpmnType.MESSAGE_FLOW);
        return element.isPresent() && !around.hides(element);
    }

    /// @param jumps where it crosses others that it jumps over
    Drawn draw(Edge edge, @Nullable Drawn before, Surroundings around, List<Point> jumps) {
        Optional<BpmnElement> element = around.element(edge.element());
        Optional<ElementId> from = element.flatMap(BpmnElement::source);
        Optional<BpmnElement> source = from.flatMap(around::element);
        boolean hidden = around.hides(element);
        List<Point> known = before != null && before.jumps().equals(jumps) ? before.jumps() : jumps;
        Object[] of = {edge, orNone(element), orNone(source), hidden, known};
        int order = element.map(it -> around.order(it, false)).orElse(0);
        var made = new Drawn.Made(
                edge,
                edge.xml().key(),
                edge.element(),
                with(edge.element(), from.map(List::of).orElse(List.of())),
                Surroundings.NOTHING,
                order);
        return keepOrMake(before, made, of, () -> hidden ? List.of() : edge(edge, element, source, known, order));
    }

    private static Drawn keepOrMake(
            @Nullable Drawn before, Drawn.Made made, Object[] of, Supplier<List<Glyph>> glyphs) {
        if (before != null && before.isOf(of, made.order(), made.outward())) {
            return before;
        }
        return new Drawn(made, of, glyphs.get());
    }

    private static List<ElementId> with(ElementId element, List<ElementId> others) {
        if (others.isEmpty()) {
            return List.of(element);
        }
        var all = new ArrayList<ElementId>(others.size() + 1);
        all.add(element);
        for (ElementId other : others) {
            if (!all.contains(other)) {
                all.add(other);
            }
        }
        return all;
    }

    /// What else decides how a shape looks: the data object behind a reference, a group's category, the called
    /// element, and for events whose definition stands elsewhere, the file's root, to which it belongs.
    private static List<ElementId> references(BpmnElement element, Surroundings around) {
        Optional<ElementId> other = switch (element.type()) {
            case DATA_OBJECT_REFERENCE -> element.reference("dataObjectRef");
            case DATA_STORE_REFERENCE -> element.reference("dataStoreRef");
            case GROUP -> element.reference("categoryValueRef");
            case CALL_ACTIVITY, CALL_CHOREOGRAPHY -> element.reference("calledElement");
            default ->
                EventReferences.has(element)
                        ? EventReferences.root(element, around::element).map(BpmnElement::id)
                        : Optional.empty();
        };
        return other.map(List::of).orElse(List.of());
    }

    private List<Glyph> shape(Shape shape, Optional<BpmnElement> element, int order, Surroundings around) {
        var glyphs = new ArrayList<Glyph>(2);
        var body = new Sketch();
        notation.shape(body, shape, element, around::element);
        glyphs.add(glyph(shape.element(), Glyph.Role.SHAPE, shape.bounds(), order, body));
        element.ifPresent(it -> {
            var label = new Sketch();
            notation.label(label, shape, it, around::element);
            addLabel(glyphs, shape.element(), label);
        });
        return glyphs;
    }

    private List<Glyph> edge(
            Edge edge, Optional<BpmnElement> element, Optional<BpmnElement> source, List<Point> jumps, int order) {
        var glyphs = new ArrayList<Glyph>(2);
        var line = new Sketch();
        notation.edge(line, edge, element, source, jumps);
        glyphs.add(glyph(edge.element(), Glyph.Role.EDGE, Waypoints.bounds(edge.waypoints()), order, line));
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
            glyphs.add(glyph(element, Glyph.Role.LABEL, covered(ink), GlyphOrder.LABEL, label));
        }
    }

    private static Glyph glyph(ElementId element, Glyph.Role role, Bounds bounds, int order, Sketch sketch) {
        List<Ink> full = sketch.full();
        return new Glyph(element, role, bounds, full.isEmpty() ? bounds : covered(full), order, full, sketch.coarse());
    }

    private static Bounds covered(List<Ink> inks) {
        Bounds all = inks.getFirst().bounds();
        for (int i = 1; i < inks.size(); i++) {
            all = all.union(inks.get(i).bounds());
        }
        return all;
    }

    private static Object orNone(Optional<BpmnElement> element) {
        return element.isPresent() ? element.get() : NONE;
    }
}
