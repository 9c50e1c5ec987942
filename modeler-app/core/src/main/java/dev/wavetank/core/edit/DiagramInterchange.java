package dev.wavetank.core.edit;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.xml.XmlElement;
import dev.wavetank.core.xml.XmlName;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Adds shapes and edges to the sheets of a file, and the first sheet to a file that has none.
public final class DiagramInterchange {
    private final Transaction transaction;

    public DiagramInterchange(Transaction transaction) {
        this.transaction = transaction;
    }

    /// A shape for the element on the sheet that shows `beside`, or on the first one.
    ///
    /// @param flags attributes such as `isExpanded`, in order
    public void addShape(ElementId element, Bounds bounds, Optional<ElementId> beside, List<String> flags) {
        addShape(element, bounds, plane(beside), flags);
    }

    /// A shape for the element on that plane.
    public void addShape(ElementId element, Bounds bounds, XmlElement plane, List<String> flags) {
        Markup shape = Markup.of(plane.name().sibling("BPMNShape"))
                .with("id", element.value() + "_di")
                .with("bpmnElement", element.value());
        for (String flag : flags) {
            int equals = flag.indexOf('=');
            shape = shape.with(flag.substring(0, equals), flag.substring(equals + 1));
        }
        transaction.insert(plane, shape.with(DiWriter.bounds(transaction.dc(plane), bounds)));
    }

    /// An edge for the connection on the sheet that shows `beside`, or on the first one.
    public void addEdge(ElementId connection, List<Point> waypoints, ElementId beside) {
        XmlElement plane = plane(Optional.of(beside));
        XmlName name = transaction.name(plane, Namespaces.DI, "di", "waypoint");
        Markup edge = Markup.of(plane.name().sibling("BPMNEdge"))
                .with("id", connection.value() + "_di")
                .with("bpmnElement", connection.value());
        for (Point point : waypoints) {
            edge = edge.with(DiWriter.waypoint(name, point));
        }
        transaction.insert(plane, edge);
    }

    private XmlElement plane(Optional<ElementId> beside) {
        Diagram diagram = transaction.diagram();
        Optional<Integer> key = beside.flatMap(id -> diagram.shape(id)
                        .map(Shape::xml)
                        .or(() -> diagram.edge(id).map(Edge::xml)))
                .map(XmlElement::key);
        OptionalInt parent = key.map(diagram::parentKey).orElse(OptionalInt.empty());
        if (parent.isPresent()) {
            return diagram.xml(parent.getAsInt()).orElseThrow();
        }
        return sheet();
    }

    /// The plane of the first sheet, which is made if there is none.
    public XmlElement sheet() {
        return transaction.diagram().sheets().stream().findFirst().orElseGet(this::addPlane);
    }

    /// The plane of that sheet, by its index among the diagram's planes; the first one if there is no such sheet.
    public XmlElement sheet(int index) {
        return transaction.diagram().sheets().stream().skip(index).findFirst().orElseGet(this::sheet);
    }

    private XmlElement addPlane() {
        Diagram diagram = transaction.diagram();
        XmlElement root = diagram.document().root();
        XmlName name = transaction.name(root, Namespaces.BPMNDI, "bpmndi", "BPMNDiagram");
        Optional<BpmnElement> shown = diagram.elements().stream()
                .filter(element -> element.type() == BpmnType.COLLABORATION)
                .findFirst()
                .or(() -> diagram.elements().stream()
                        .filter(element -> element.type() == BpmnType.PROCESS)
                        .findFirst());
        Markup plane = Markup.of(name.sibling("BPMNPlane")).with("id", "BPMNPlane_1");
        if (shown.isPresent()) {
            plane = plane.with(
                    "bpmnElement", transaction.identify(shown.get().id()).value());
        }
        transaction.insert(root, Markup.of(name).with("id", "BPMNDiagram_1").with(plane));
        return transaction.diagram().sheets().getFirst();
    }
}
