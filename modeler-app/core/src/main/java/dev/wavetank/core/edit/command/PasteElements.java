package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.DiagramInterchange;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.geometry.Polyline;
import dev.wavetank.core.rules.Nature;
import dev.wavetank.core.rules.ShapeRules;
import dev.wavetank.core.xml.DocumentException;
import dev.wavetank.core.xml.XmlElement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Puts copied elements (see `CopiedElements`) into a diagram, with new ids and the same look. Text that is no
/// BPMN, and what the target cannot hold, is not pasted.
///
/// @param bpmn a BPMN file; of any file the content of its first process is pasted
/// @param center where the middle of it all goes
/// @param target what lies below, empty for the sheet
/// @param sheet the index of the sheet among the diagram's planes
public record PasteElements(String bpmn, Point center, Optional<ElementId> target, int sheet) implements Command {
    /// On the first sheet.
    public PasteElements(String bpmn, Point center, Optional<ElementId> target) {
        this(bpmn, center, target, 0);
    }

    @Override
    public void apply(Transaction transaction) {
        Optional<Diagram> read = read();
        List<BpmnElement> pasted = read.map(PasteElements::content).orElse(List.of());
        Diagram diagram = transaction.diagram();
        ShapeRules rules = new ShapeRules(diagram);
        Optional<BpmnElement> holder = Placement.holder(diagram, BpmnType.TASK, target, sheet);
        boolean onLine = target.flatMap(diagram::edge).isPresent();
        boolean allowed = !pasted.isEmpty()
                && !onLine
                && pasted.stream()
                        .allMatch(element -> rules.canCreate(Nature.of(element), target, sheet)
                                .isAllowed());
        if (allowed && holder.isPresent()) {
            paste(transaction, read.get(), pasted, holder.get().xml());
        }
    }

    private Optional<Diagram> read() {
        try {
            return Optional.of(Diagram.read(bpmn.getBytes(StandardCharsets.UTF_8)));
        } catch (DocumentException e) {
            return Optional.empty(); // the clipboard may hold anything
        }
    }

    private static List<BpmnElement> content(Diagram copied) {
        return copied.definitions().stream()
                .flatMap(root -> copied.children(root.id()).stream())
                .filter(element -> element.type() == BpmnType.PROCESS)
                .limit(1)
                .flatMap(process -> copied.children(process.id()).stream())
                .filter(element -> element.type() != BpmnType.LANE_SET)
                .filter(element -> element.type() != BpmnType.BOUNDARY_EVENT
                        || element.attachedTo().flatMap(copied::element).isPresent())
                .toList();
    }

    private void paste(Transaction transaction, Diagram copied, List<BpmnElement> elements, XmlElement holder) {
        Transcript transcript = new Transcript(transaction);
        RootReferences.of(copied, elements).forEach(transcript::adopt);
        transcript.rename(elements.stream().map(BpmnElement::xml).toList());
        elements.stream()
                .map(BpmnElement::xml)
                .filter(xml -> !transcript.isDangling(xml))
                .forEach(xml -> transaction.insert(holder, transcript.element(xml)));
        List<Plane> sheets = copied.planes();
        if (sheets.isEmpty()) {
            return;
        }
        List<Shape> shapes = sheets.getFirst().shapes().stream()
                .filter(shape -> transcript.knows(shape.element()))
                .toList();
        Set<ElementId> outer = elements.stream().map(BpmnElement::id).collect(Collectors.toSet());
        Optional<Bounds> around = shapes.stream()
                .filter(shape -> outer.contains(shape.element()))
                .map(Shape::bounds)
                .reduce(Bounds::union);
        double dx = around.map(box -> Math.round(center.x() - box.center().x())).orElse(0L);
        double dy = around.map(box -> Math.round(center.y() - box.center().y())).orElse(0L);
        XmlElement plane = new DiagramInterchange(transaction).sheet(sheet);
        shapes.forEach(shape -> transaction.insert(plane, transcript.drawing(shape.xml(), shape.element())));
        List<Edge> edges = sheets.getFirst().edges().stream()
                .filter(edge -> transcript.knows(edge.element()))
                .toList();
        edges.forEach(edge -> transaction.insert(plane, transcript.drawing(edge.xml(), edge.element())));
        Diagram now = transaction.diagram();
        shapes.forEach(shape -> now.shape(transcript.renamed(shape.element())).ifPresent(fresh -> {
            transaction.setBounds(fresh, fresh.bounds().translate(dx, dy));
            fresh.labelBounds().ifPresent(label -> transaction.setLabelBounds(fresh.xml(), label.translate(dx, dy)));
        }));
        edges.forEach(edge -> now.edge(transcript.renamed(edge.element())).ifPresent(fresh -> {
            transaction.setWaypoints(fresh, Polyline.translate(fresh.waypoints(), dx, dy));
            fresh.labelBounds().ifPresent(label -> transaction.setLabelBounds(fresh.xml(), label.translate(dx, dy)));
        }));
    }
}
