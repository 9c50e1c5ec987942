package dev.wavetank.core.edit;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.geometry.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What one gesture did: the diagram before, the diagram after, and which elements to look at again.
///
/// Both diagrams are whole values that share all they have in common, so a change set costs what changed. That
/// is why taking it back needs no second implementation of anything: the inverse is the same pair the other way
/// round, and undoing gives back the very document that was there.
///
/// @param touched elements that appeared, vanished, or whose attributes, details, shape or edge differ
public record ChangeSet(Diagram before, Diagram after, Set<ElementId> touched) {
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

    public ChangeSet {
        touched = Set.copyOf(touched);
    }

    public ChangeSet inverse() {
        return new ChangeSet(after, before, touched);
    }

    public boolean isEmpty() {
        return touched.isEmpty();
    }

    /// Elements of `before` that are no longer there, as they were.
    public List<BpmnElement> removed() {
        return onlyIn(before, after);
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
        List<Reshaped> reshaped = new ArrayList<>();
        touched.forEach(id -> reshaped(id).ifPresent(reshaped::add));
        return reshaped;
    }

    public Optional<Reshaped> reshaped(ElementId id) {
        if (!touched.contains(id)) {
            return Optional.empty();
        }
        Optional<Shape> old = before.shape(id);
        Optional<Shape> now = after.shape(id);
        boolean same = old.isEmpty()
                || now.isEmpty()
                || old.get().bounds().equals(now.get().bounds());
        return same
                ? Optional.empty()
                : Optional.of(new Reshaped(id, old.get().bounds(), now.get().bounds()));
    }
}
