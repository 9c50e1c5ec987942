package dev.wavetank.core.edit.behavior;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Behavior;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.Transaction;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/// Shapes, edges and sheets of deleted elements are deleted. The first sheet stays, even if it showed what is
/// gone.
public final class DrawingsLeaveWithElements implements Behavior {
    @Override
    public void complete(Transaction transaction) {
        ChangeSet changes = transaction.changes();
        List<BpmnElement> removed = changes.removed();
        if (removed.isEmpty()) {
            return;
        }
        Diagram now = changes.after();
        var gone = removed.stream().map(BpmnElement::id).collect(Collectors.toCollection(HashSet::new));
        for (BpmnElement element : removed) {
            now.shapes(element.id()).stream().map(Shape::xml).forEach(transaction::remove);
            now.edges(element.id()).stream().map(Edge::xml).forEach(transaction::remove);
        }
        for (Plane plane : now.planes().stream().skip(1).toList()) {
            plane.element().filter(gone::contains).ifPresent(shown -> removeSheet(transaction, now, plane));
        }
    }

    private static void removeSheet(Transaction transaction, Diagram now, Plane plane) {
        now.parentKey(plane.xml().key()).stream()
                .boxed()
                .flatMap(key -> now.xml(key).stream())
                .forEach(transaction::remove);
    }
}
