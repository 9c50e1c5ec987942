package dev.wavetank.core.edit;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.xml.XmlAttribute;
import dev.wavetank.core.xml.XmlElement;
import dev.wavetank.core.xml.XmlName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A whole sheet that is about to be written. Colours and whatever else other programs noted at a drawing are
/// taken over from the one it replaces.
public final class SheetMarkup {
    private final Transaction transaction;
    private final ElementId shown;
    private final XmlName diagram;
    private final XmlName box;
    private final XmlName waypoint;
    private final List<Markup> drawings = new ArrayList<>();

    public SheetMarkup(Transaction transaction, ElementId shown) {
        XmlElement root = transaction.diagram().document().root();
        this.transaction = transaction;
        this.shown = shown;
        this.diagram = transaction.name(root, Namespaces.BPMNDI, "bpmndi", "BPMNDiagram");
        this.box = transaction.name(root, Namespaces.DC, "dc", "Bounds");
        this.waypoint = transaction.name(root, Namespaces.DI, "di", "waypoint");
    }

    /// @param flags attributes such as `isExpanded`
    public void shape(
            ElementId element,
            Bounds bounds,
            Map<String, Boolean> flags,
            Optional<Bounds> label,
            Optional<XmlElement> old) {
        Markup shape = drawing("BPMNShape", element, old);
        for (var flag : new TreeMap<>(flags).entrySet()) {
            shape = shape.with(flag.getKey(), flag.getValue().toString());
        }
        drawings.add(labelled(shape.with(DiWriter.bounds(box, bounds)), label));
    }

    public void edge(ElementId element, List<Point> way, Optional<Bounds> label, Optional<XmlElement> old) {
        Markup edge = drawing("BPMNEdge", element, old);
        for (Point point : way) {
            edge = edge.with(DiWriter.waypoint(waypoint, point));
        }
        drawings.add(labelled(edge, label));
    }

    private Markup drawing(String local, ElementId element, Optional<XmlElement> old) {
        List<XmlAttribute> attributes = new ArrayList<>();
        attributes.add(new XmlAttribute(XmlName.plain("id"), element.value() + "_di"));
        attributes.add(new XmlAttribute(XmlName.plain("bpmnElement"), element.value()));
        old.stream()
                .flatMap(drawn -> drawn.attributes().stream())
                .filter(attribute -> !attribute.name().namespace().isEmpty() && !attribute.isNamespaceDeclaration())
                .forEach(attributes::add);
        return new Markup(diagram.sibling(local), attributes, List.of(), "");
    }

    private Markup labelled(Markup drawing, Optional<Bounds> label) {
        return label.map(bounds ->
                        drawing.with(Markup.of(diagram.sibling("BPMNLabel")).with(DiWriter.bounds(box, bounds))))
                .orElse(drawing);
    }

    /// Writes it as the last sheet of the file.
    public void write() {
        List<XmlAttribute> attributes = List.of(
                new XmlAttribute(XmlName.plain("id"), shown.value() + "_plane"),
                new XmlAttribute(XmlName.plain("bpmnElement"), shown.value()));
        Markup plane = new Markup(diagram.sibling("BPMNPlane"), attributes, drawings, "");
        Markup sheet = Markup.of(diagram).with("id", shown.value() + "_diagram").with(plane);
        transaction.insert(transaction.diagram().document().root(), sheet);
    }
}
