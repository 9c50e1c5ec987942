package dev.wavetank.core.layout;

import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.SheetMarkup;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.layout.LayoutResult.PlacedPlane;
import dev.wavetank.core.xml.XmlElement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lays the whole diagram out anew and writes that into the file in place of what it said about drawing, colours
/// excepted. Elements without an id get one, since a drawing refers to them by it.
public record LayoutDiagram() implements Command {
    @Override
    public void apply(Transaction transaction) {
        List<PlacedPlane> placed = layout(transaction);
        if (placed.isEmpty()) {
            return;
        }
        Diagram before = transaction.diagram();
        XmlElement root = before.document().root();
        List<SheetMarkup> sheets =
                placed.stream().map(plane -> sheet(transaction, before, plane)).toList();
        for (XmlElement sheet : root.children(Namespaces.BPMNDI, "BPMNDiagram")) {
            transaction.remove(root, sheet);
        }
        sheets.forEach(SheetMarkup::write);
    }

    private static List<PlacedPlane> layout(Transaction transaction) {
        List<PlacedPlane> placed =
                new AutoLayout().layout(transaction.diagram()).placed();
        boolean nameless = false;
        for (PlacedPlane plane : placed) {
            nameless |= name(transaction, plane.element());
            for (ElementId id : plane.shapes().keySet()) {
                nameless |= name(transaction, id);
            }
            for (ElementId id : plane.edges().keySet()) {
                nameless |= name(transaction, id);
            }
        }
        return nameless ? new AutoLayout().layout(transaction.diagram()).placed() : placed;
    }

    private static boolean name(Transaction transaction, ElementId id) {
        return !transaction.identify(id).equals(id);
    }

    private static SheetMarkup sheet(Transaction transaction, Diagram before, PlacedPlane plane) {
        SheetMarkup sheet = new SheetMarkup(transaction, plane.element());
        plane.shapes()
                .forEach((id, bounds) -> sheet.shape(
                        id,
                        bounds,
                        plane.flags().getOrDefault(id, Map.of()),
                        Optional.ofNullable(plane.labels().get(id)),
                        before.shape(id).map(Shape::xml)));
        plane.edges()
                .forEach((id, way) -> sheet.edge(
                        id,
                        way,
                        Optional.ofNullable(plane.labels().get(id)),
                        before.edge(id).map(Edge::xml)));
        return sheet;
    }
}
