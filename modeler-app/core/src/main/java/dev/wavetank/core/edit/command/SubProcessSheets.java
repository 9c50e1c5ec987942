package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.ConnectionLayout;
import dev.wavetank.core.edit.SheetMarkup;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.rules.Sheets;
import dev.wavetank.core.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Moves the drawing of what is in a sub-process between the sheet on which that is drawn and one of its own.
public final class SubProcessSheets {
    private SubProcessSheets() {}

    /// Whether something inside is drawn beside the sub-process, on its sheet.
    public static boolean isDrawnBeside(Diagram diagram, ElementId subProcess) {
        return diagram.shape(subProcess)
                .filter(shape ->
                        !inside(diagram, subProcess, sheetOf(diagram, shape)).isEmpty())
                .isPresent();
    }

    /// Gives a collapsed sub-process a sheet, and puts there what is drawn of its content, at the same
    /// coordinates. Lines from inside to outside stay, and end at the sub-process.
    public static void hide(Transaction transaction, ElementId subProcess) {
        ElementId id = transaction.identify(subProcess);
        Optional<Shape> shape = transaction.diagram().shape(id);
        if (shape.isEmpty()) {
            return;
        }
        if (Sheets.ofContent(transaction.diagram(), id).isEmpty()) {
            new SheetMarkup(transaction, id).write();
        }
        Diagram diagram = transaction.diagram();
        XmlElement to = diagram.sheets().get(Sheets.ofContent(diagram, id).orElseThrow());
        OptionalInt from = sheetOf(diagram, shape.get());
        if (!from.equals(OptionalInt.of(to.key()))) {
            inside(diagram, id, from).forEach(drawing -> transaction.move(drawing, to));
            lead(transaction, id);
        }
    }

    /// Leads the lines between inside and outside to the closed sub-process, which stands for what it hides.
    public static void lead(Transaction transaction, ElementId subProcess) {
        crossing(transaction.diagram(), subProcess).forEach(line -> endAt(transaction, subProcess, line));
    }

    private static OptionalInt sheetOf(Diagram diagram, Shape shape) {
        return diagram.parentKey(shape.xml().key());
    }

    private static List<XmlElement> inside(Diagram diagram, ElementId subProcess, OptionalInt sheet) {
        Set<ElementId> content = content(diagram, subProcess);
        List<XmlElement> drawings = new ArrayList<>();
        for (ElementId id : content) {
            diagram.shapes(id).stream().map(Shape::xml).forEach(drawings::add);
            diagram.element(id)
                    .filter(line -> isWithin(line.source(), content) && isWithin(line.target(), content))
                    .ifPresent(line -> diagram.edges(id).stream().map(Edge::xml).forEach(drawings::add));
        }
        drawings.removeIf(drawing -> !diagram.parentKey(drawing.key()).equals(sheet));
        return drawings;
    }

    private static boolean isWithin(Optional<ElementId> end, Set<ElementId> content) {
        return end.filter(id -> !content.contains(id)).isEmpty();
    }

    private static Set<ElementId> content(Diagram diagram, ElementId subProcess) {
        Set<ElementId> content = new HashSet<>();
        diagram.contents(subProcess).stream().map(BpmnElement::id).forEach(content::add);
        return content;
    }

    /// Connections between an element inside and one outside.
    private static List<BpmnElement> crossing(Diagram diagram, ElementId subProcess) {
        Set<ElementId> content = content(diagram, subProcess);
        Set<BpmnElement> lines = new HashSet<>();
        for (ElementId id : content) {
            for (ElementId line : diagram.outgoing(id)) {
                diagram.element(line)
                        .filter(it -> !isWithin(it.target(), content))
                        .ifPresent(lines::add);
            }
            for (ElementId line : diagram.incoming(id)) {
                diagram.element(line)
                        .filter(it -> !isWithin(it.source(), content))
                        .ifPresent(lines::add);
            }
        }
        return List.copyOf(lines);
    }

    private static void endAt(Transaction transaction, ElementId subProcess, BpmnElement line) {
        Diagram diagram = transaction.diagram();
        Set<ElementId> content = content(diagram, subProcess);
        ElementId from = line.source().filter(id -> !content.contains(id)).orElse(subProcess);
        ElementId to = line.target().filter(id -> !content.contains(id)).orElse(subProcess);
        diagram.edge(line.id())
                .ifPresent(edge -> new ConnectionLayout(diagram)
                        .route(line.type(), from, to)
                        .ifPresent(way -> transaction.setWaypoints(edge, way)));
    }
}
