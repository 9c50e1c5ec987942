package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.DiagramInterchange;
import dev.wavetank.core.edit.Markup;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.rules.Sheets;
import dev.wavetank.core.rules.Sizes;
import dev.wavetank.core.xml.XmlElement;
import dev.wavetank.core.xml.XmlName;
import java.util.List;
import java.util.Optional;

/// Puts a pool on the sheet. The first pool of a plain process turns the sheet into a collaboration and wraps
/// what is drawn.
final class PoolCreation {
    private static final double PADDING = 20;

    private PoolCreation() {}

    static Optional<ElementId> create(Transaction transaction, NodeKind kind, Point center) {
        Diagram diagram = transaction.diagram();
        Optional<BpmnElement> shown = Sheets.shown(diagram, 0);
        Bounds bounds = kind.around(center);
        Optional<BpmnElement> wrapped = shown.filter(element -> element.type() == BpmnType.PROCESS);
        XmlElement collaboration = shown.filter(element -> element.type() == BpmnType.COLLABORATION)
                .map(BpmnElement::xml)
                .orElseGet(() -> addCollaboration(transaction));
        if (wrapped.isPresent() && kind.expanded()) {
            bounds = around(diagram, wrapped.get(), bounds, kind.vertical());
        }
        Optional<ElementId> process = kind.expanded()
                ? Optional.of(
                        wrapped.map(known -> transaction.identify(known.id())).orElseGet(() -> addProcess(transaction)))
                : Optional.empty();
        ElementId id = transaction.newId("Participant");
        Markup markup = Markup.of(collaboration.name().sibling("participant")).with("id", id.value());
        markup = process.isPresent() ? markup.with("processRef", process.get().value()) : markup;
        transaction.insert(collaboration, new KindMarkup(transaction, kind, collaboration).complete(markup));
        addShape(transaction, id, bounds, !kind.vertical());
        return Optional.of(id);
    }

    /// The collaboration that the first sheet shows. A plain process is made one: what it does gets a pool around it;
    /// if it does nothing it goes, and remarks and groups in it stand beside the pools.
    static XmlElement collaboration(Transaction transaction) {
        Diagram diagram = transaction.diagram();
        Optional<BpmnElement> shown = Sheets.shown(diagram, 0);
        Optional<BpmnElement> process = shown.filter(element -> element.type() == BpmnType.PROCESS);
        List<BpmnElement> content =
                process.map(element -> diagram.children(element.id())).orElse(List.of());
        if (content.stream()
                .anyMatch(
                        element -> element.type().isFlowNode() || element.type().isData())) {
            create(transaction, NodeKind.of(BpmnType.PARTICIPANT), new Point(0, 0));
            return collaboration(transaction);
        }
        XmlElement found = shown.filter(element -> element.type() == BpmnType.COLLABORATION)
                .map(BpmnElement::xml)
                .orElseGet(() -> addCollaboration(transaction));
        content.stream()
                .filter(element -> element.type().isArtifact() || element.type() == BpmnType.ASSOCIATION)
                .forEach(element -> transaction.move(element.xml(), found));
        process.ifPresent(empty -> transaction.remove(empty.id()));
        return found;
    }

    /// Pools lie below everything, so their shapes come first in the file.
    private static void addShape(Transaction transaction, ElementId id, Bounds bounds, boolean horizontal) {
        new DiagramInterchange(transaction)
                .addShape(id, bounds, Optional.empty(), List.of("isHorizontal=" + horizontal));
        Diagram now = transaction.diagram();
        Shape shape = now.shape(id).orElseThrow();
        XmlElement plane = now.sheets().getFirst();
        transaction.moveToBack(shape.xml(), plane);
    }

    private static Bounds around(Diagram diagram, BpmnElement process, Bounds wished, boolean vertical) {
        Optional<Bounds> content = diagram.contents(process.id()).stream()
                .flatMap(element -> diagram.shape(element.id()).stream())
                .map(Shape::bounds)
                .reduce(Bounds::union);
        return content.map(box -> {
                    Bounds padded = Lanes.turn(box.inflate(PADDING), !vertical);
                    Bounds least = Lanes.turn(wished, !vertical);
                    double width = Math.max(padded.width() + Sizes.LANE_STRIP, least.width());
                    double height = Math.max(padded.height(), least.height());
                    double top = padded.center().y() - height / 2;
                    return Lanes.turn(new Bounds(padded.x() - Sizes.LANE_STRIP, top, width, height), !vertical);
                })
                .orElse(wished);
    }

    private static XmlElement addCollaboration(Transaction transaction) {
        XmlElement root = transaction.diagram().document().root();
        XmlName name = Connect.bpmnName(transaction, root, "collaboration");
        ElementId id = transaction.newId("Collaboration");
        transaction.insert(root, Markup.of(name).with("id", id.value()));
        Diagram now = transaction.diagram();
        now.sheets().stream()
                .findFirst()
                .ifPresent(plane -> transaction.edit(plane, xml -> xml.withAttribute("bpmnElement", id.value())));
        return now.element(id).orElseThrow().xml();
    }

    static ElementId addProcess(Transaction transaction) {
        XmlElement root = transaction.diagram().document().root();
        ElementId id = transaction.newId("Process");
        XmlName name = Connect.bpmnName(transaction, root, "process");
        transaction.insert(root, Markup.of(name).with("id", id.value()).with("isExecutable", "false"));
        return id;
    }
}
