package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Polyline;
import dev.wavetank.core.rules.ShapeRules;
import dev.wavetank.core.rules.Sheets;
import dev.wavetank.core.rules.Sizes;
import dev.wavetank.core.xml.XmlElement;
import java.util.Optional;
import java.util.OptionalInt;

/// Closes a sub-process, so that its content stands on a sheet of its own, or opens it around its content. Either
/// way it keeps its middle.
public record ToggleExpanded(ElementId subProcess) implements Command {
    private static final double PADDING = 40;

    @Override
    public void apply(Transaction transaction) {
        Diagram diagram = transaction.diagram();
        if (!new ShapeRules(diagram).canToggleExpanded(subProcess).isAllowed()) {
            return;
        }
        Shape shape = diagram.shape(subProcess).orElseThrow();
        BpmnType type = diagram.element(subProcess).map(BpmnElement::type).orElseThrow();
        transaction.edit(shape.xml(), xml -> xml.withAttribute("isExpanded", Boolean.toString(!shape.expanded())));
        if (shape.expanded()) { // the content follows, as it does whenever a sub-process is collapsed
            transaction.setBounds(
                    shape, Sizes.initial(type, false, shape.bounds().center()));
        } else {
            open(transaction, diagram, shape, type);
        }
    }

    private void open(Transaction transaction, Diagram diagram, Shape shape, BpmnType type) {
        Bounds usual = Sizes.initial(type, true, shape.bounds().center());
        Optional<Plane> sheet = Sheets.ofContent(diagram, subProcess)
                .map(diagram.planes()::get)
                .filter(plane -> !diagram.parentKey(shape.xml().key())
                        .equals(OptionalInt.of(plane.xml().key())));
        Optional<Bounds> content = sheet.flatMap(
                plane -> plane.shapes().stream().map(Shape::bounds).reduce(Bounds::union));
        double width = content.map(box -> box.width() + 2 * PADDING).orElse(0.0);
        double height = content.map(box -> box.height() + 2 * PADDING).orElse(0.0);
        Bounds larger = new Bounds(0, 0, Math.max(width, usual.width()), Math.max(height, usual.height()));
        Bounds box = larger.translate(
                Math.round(usual.center().x() - larger.width() / 2),
                Math.round(usual.center().y() - larger.height() / 2));
        transaction.setBounds(shape, box);
        sheet.ifPresent(plane -> takeIn(transaction, shape, plane, box, content.orElse(box)));
    }

    /// Takes everything from the sheet to the one the sub-process is drawn on, and the empty sheet away.
    private static void takeIn(Transaction transaction, Shape shape, Plane sheet, Bounds box, Bounds content) {
        double dx = Math.round(box.center().x() - content.center().x());
        double dy = Math.round(box.center().y() - content.center().y());
        Diagram diagram = transaction.diagram();
        XmlElement here =
                diagram.xml(diagram.parentKey(shape.xml().key()).orElseThrow()).orElseThrow();
        sheet.shapes().forEach(drawn -> transaction.move(drawn.xml(), here));
        sheet.edges().forEach(drawn -> transaction.move(drawn.xml(), here));
        Diagram now = transaction.diagram();
        for (Shape drawn : sheet.shapes()) {
            now.shape(drawn.element())
                    .ifPresent(
                            moved -> transaction.setBounds(moved, moved.bounds().translate(dx, dy)));
        }
        for (Edge drawn : sheet.edges()) {
            now.edge(drawn.element())
                    .ifPresent(moved -> transaction.setWaypoints(moved, Polyline.translate(moved.waypoints(), dx, dy)));
        }
        now.parentKey(sheet.xml().key()).stream()
                .boxed()
                .flatMap(key -> now.xml(key).stream())
                .forEach(transaction::remove);
    }
}
