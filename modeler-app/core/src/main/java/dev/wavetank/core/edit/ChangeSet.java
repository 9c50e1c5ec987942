package dev.wavetank.core.edit;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.geometry.Bounds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one gesture did: the diagram before, the diagram after, and which elements to look at again.
///
/// Both diagrams are whole values that share all they have in common, so a change set costs what changed. That
/// is why taking it back needs no second implementation of anything: the inverse is the same pair the other way
/// round, and undoing gives back the very document that was there.
///
public final class ChangeSet {
    private final Diagram before;
    private final Diagram after;
    private final Set<ElementId> touched;
    /// Found when first asked for, since every behaviour asks; finding it twice does no harm.
    private @Nullable Map<ElementId, Reshaped> reshaped;

    private @Nullable List<BpmnElement> removed;
    private @Nullable Boolean drawingOnly;

    /// A shape at two times.
    public record Reshaped(ElementId id, Bounds before, Bounds after) {
        public double dx() {
            return after.x() - before.x();
        }

        public double dy() {
            return after.y() - before.y();
        }

        /// True if it only changed its place.
        public boolean isMove() {
            return before.width() == after.width() && before.height() == after.height();
        }
    }

    /// @param touched elements that appeared, vanished, or whose attributes, details, shape or edge differ
    public ChangeSet(Diagram before, Diagram after, Set<ElementId> touched) {
        this.before = before;
        this.after = after;
        this.touched = Set.copyOf(touched);
    }

    public Diagram before() {
        return before;
    }

    public Diagram after() {
        return after;
    }

    /// Elements that appeared, vanished, or whose attributes, details, shape or edge differ.
    public Set<ElementId> touched() {
        return touched;
    }

    public ChangeSet inverse() {
        return new ChangeSet(after, before, touched);
    }

    public boolean isEmpty() {
        return touched.isEmpty();
    }

    /// Whether every element says the same as before, and shapes and lines alone differ: then there is nothing to do
    /// for a behaviour that looks at what elements say, however many were moved.
    public boolean isDrawingOnly() {
        Boolean known = drawingOnly;
        if (known == null) {
            known = touched.stream().allMatch(id -> before.element(id).equals(after.element(id)));
            drawingOnly = known;
        }
        return known;
    }

    /// Elements of `before` that are no longer there, as they were.
    public List<BpmnElement> removed() {
        List<BpmnElement> known = removed;
        if (known == null) {
            known = isDrawingOnly() ? List.of() : onlyIn(before, after);
            removed = known;
        }
        return known;
    }

    /// Elements of `after` that are new.
    public List<BpmnElement> created() {
        return onlyIn(after, before);
    }

    private List<BpmnElement> onlyIn(Diagram there, Diagram notThere) {
        return touched.stream()
                .filter(id -> notThere.element(id).isEmpty())
                .flatMap(id -> there.element(id).stream())
                .toList();
    }

    /// Shapes that are in both, at another place or size.
    public List<Reshaped> reshaped() {
        return List.copyOf(known().values());
    }

    public Optional<Reshaped> reshaped(ElementId id) {
        return Optional.ofNullable(known().get(id));
    }

    private Map<ElementId, Reshaped> known() {
        Map<ElementId, Reshaped> known = reshaped;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (ElementId id : touched) {
                Optional<Shape> old = before.shape(id);
                Optional<Shape> now = old.isEmpty() ? old : after.shape(id);
                if (now.isPresent() && !old.get().bounds().equals(now.get().bounds())) {
                    known.put(id, new Reshaped(id, old.get().bounds(), now.get().bounds()));
                }
            }
            reshaped = known;
        }
        return known;
    }
}
