package dev.wavetank.core.edit.behavior;

import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Behavior;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.ChangeSet.Reshaped;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.edit.command.Borders;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;

/// Boundary events move with their host, keep their place on its border when it is resized, and cannot leave
/// the border by themselves: dragged along they slide.
public final class BoundaryEventsFollowHost implements Behavior {
    @Override
    public void complete(Transaction transaction) {
        ChangeSet changes = transaction.changes();
        Diagram diagram = changes.after();
        for (Reshaped shape : changes.reshaped()) {
            for (ElementId event : diagram.attachers(shape.id())) {
                boolean stayed = changes.reshaped(event).isEmpty();
                diagram.shape(event).filter(known -> stayed).ifPresent(known -> follow(transaction, known, shape));
            }
            diagram.element(shape.id())
                    .flatMap(event -> event.attachedTo())
                    .filter(host -> changes.reshaped(host).isEmpty())
                    .flatMap(diagram::shape)
                    .ifPresent(
                            host -> slide(transaction, diagram.shape(shape.id()).orElseThrow(), host.bounds()));
        }
    }

    private static void follow(Transaction transaction, Shape event, Reshaped host) {
        if (host.isMove()) {
            transaction.setBounds(event, event.bounds().translate(host.dx(), host.dy()));
            return;
        }
        Point center = event.bounds().center();
        Bounds before = host.before();
        Bounds after = host.after();
        double across = before.width() == 0 ? 0 : (center.x() - before.x()) / before.width();
        double down = before.height() == 0 ? 0 : (center.y() - before.y()) / before.height();
        Point now = new Point(
                Math.round(after.x() + across * after.width()), Math.round(after.y() + down * after.height()));
        put(transaction, event, Borders.nearest(after, now));
    }

    private static void slide(Transaction transaction, Shape event, Bounds host) {
        put(transaction, event, Borders.nearest(host, event.bounds().center()));
    }

    private static void put(Transaction transaction, Shape event, Point center) {
        Bounds bounds = event.bounds();
        transaction.setBounds(
                event,
                bounds.translate(
                        center.x() - bounds.center().x(),
                        center.y() - bounds.center().y()));
    }
}
