package dev.wavetank.core.edit.behavior;

import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Behavior;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.xml.XmlElement;
import java.util.Set;
import java.util.stream.Collectors;

/// Shapes, edges and sheets of deleted elements are deleted. The first sheet stays, even if it showed what is
/// gone.
public final class DrawingsLeaveWithElements implements Behavior {
    @Override
    public void complete(Transaction transaction) {
        ChangeSet changes = transaction.changes();
        Diagram now = changes.after();
        Set<ElementId> gone =
                changes.touched().stream().filter(id -> isGone(changes, id)).collect(Collectors.toSet());
        for (ElementId id : gone) {
            now.shapes(id).stream().map(Shape::xml).forEach(transaction::remove);
            now.edges(id).stream().map(Edge::xml).forEach(transaction::remove);
        }
        if (gone.isEmpty()) {
            return;
        }
        for (XmlElement plane : now.sheets().stream().skip(1).toList()) {
            plane.attribute("bpmnElement")
                    .map(ElementIds::named)
                    .filter(gone::contains)
                    .ifPresent(shown -> removeSheet(transaction, now, plane));
        }
    }

    /// Deleted by this gesture, be it that the gesture had made it. A drawing of nothing that was in the file
    /// stays.
    private static boolean isGone(ChangeSet changes, ElementId id) {
        Diagram before = changes.before();
        boolean was = before.element(id).isPresent();
        boolean wasOnlyDrawn =
                !was && (before.shape(id).isPresent() || before.edge(id).isPresent());
        return changes.after().element(id).isEmpty() && !wasOnlyDrawn;
    }

    private static void removeSheet(Transaction transaction, Diagram now, XmlElement plane) {
        now.parentKey(plane.key()).stream()
                .boxed()
                .flatMap(key -> now.xml(key).stream())
                .forEach(transaction::remove);
    }
}
