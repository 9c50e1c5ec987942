package dev.wavetank.core.bpmn;

import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.xml.Numbers;
import dev.wavetank.core.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/// Makes shapes and edges of diagram interchange elements. What is missing, not a number or beyond all
/// measure gets a neutral value, since a half-finished file must open.
final class DiReader {
    /// Wider or higher than this, a sub-process is not drawn collapsed.
    private static final Bounds COLLAPSED = new Bounds(0, 0, 120, 100);

    /// No drawing is this far from its origin; beyond it lengths and areas would overflow.
    private static final double FURTHEST = 1e9;

    private static final Bounds NOWHERE = new Bounds(0, 0, 0, 0);

    private DiReader() {}

    /// @param element what [#element] says
    static Shape shape(XmlElement xml, ElementId element) {
        Bounds bounds = bounds(xml).orElse(NOWHERE);
        return new Shape(
                xml.attribute("id").orElse(""),
                element,
                bounds,
                isExpanded(xml, bounds),
                flag(xml, "isHorizontal", true),
                flag(xml, "isMarkerVisible", false),
                label(xml),
                color(xml, "background-color", "fill"),
                color(xml, "border-color", "stroke"),
                xml);
    }

    /// A later version of a shape with the same tag, so that only what it holds can be another.
    static Shape moved(Shape before, XmlElement xml) {
        Bounds bounds = bounds(xml).orElse(NOWHERE);
        return new Shape(
                before.id(),
                before.element(),
                bounds,
                isExpanded(xml, bounds),
                before.horizontal(),
                before.markerVisible(),
                label(xml),
                before.fill(),
                before.stroke(),
                xml);
    }

    /// @param element what [#element] says
    static Edge edge(XmlElement xml, ElementId element) {
        return new Edge(
                xml.attribute("id").orElse(""),
                element,
                waypoints(xml),
                label(xml),
                color(xml, "border-color", "stroke"),
                xml.attribute("messageVisibleKind"),
                xml);
    }

    /// A later version of an edge with the same tag.
    static Edge moved(Edge before, XmlElement xml) {
        return new Edge(
                before.id(), before.element(), waypoints(xml), label(xml), before.stroke(), before.messageKind(), xml);
    }

    private static List<Point> waypoints(XmlElement xml) {
        List<XmlElement> written = xml.children(Namespaces.DI, "waypoint");
        Point[] points = new Point[written.size()];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Point(number(written.get(i), "x"), number(written.get(i), "y"));
        }
        return List.of(points);
    }

    private static boolean isExpanded(XmlElement xml, Bounds bounds) {
        boolean large = bounds.width() > COLLAPSED.width() || bounds.height() > COLLAPSED.height();
        return flag(xml, "isExpanded", large);
    }

    static double resolution(XmlElement diagram) {
        return number(diagram, "resolution");
    }

    /// The element a shape or edge stands for.
    static ElementId element(XmlElement xml) {
        return xml.attribute("bpmnElement")
                .map(ElementId::reference)
                .orElseGet(() -> ElementId.synthetic(xml.name().local(), xml.key()));
    }

    private static Optional<Bounds> label(XmlElement xml) {
        return xml.child(Namespaces.BPMNDI, "BPMNLabel").flatMap(DiReader::bounds);
    }

    private static Optional<Bounds> bounds(XmlElement xml) {
        return xml.child(Namespaces.DC, "Bounds")
                .map(b -> new Bounds(number(b, "x"), number(b, "y"), number(b, "width"), number(b, "height")));
    }

    private static Optional<String> color(XmlElement xml, String omg, String bioc) {
        return xml.attribute(Namespaces.COLOR, omg).or(() -> xml.attribute(Namespaces.BIOC, bioc));
    }

    private static boolean flag(XmlElement xml, String attribute, boolean otherwise) {
        return xml.attribute(attribute)
                .map(value -> value.strip().equals("true") || value.strip().equals("1"))
                .orElse(otherwise);
    }

    private static double number(XmlElement xml, String attribute) {
        double value = Numbers.parse(xml.attributeOr(attribute, "0"));
        return Math.abs(value) <= FURTHEST ? value : 0;
    }
}
