package dev.wavetank.core.edit;

import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.xml.Numbers;
import dev.wavetank.core.xml.XmlAttribute;
import dev.wavetank.core.xml.XmlElement;
import dev.wavetank.core.xml.XmlName;
import java.util.ArrayList;
import java.util.List;

/// Writes coordinates into diagram interchange elements, in the style of the numbers that are there.
final class DiWriter {
    private static final XmlName X = XmlName.plain("x");
    private static final XmlName Y = XmlName.plain("y");
    private static final XmlName WIDTH = XmlName.plain("width");
    private static final XmlName HEIGHT = XmlName.plain("height");

    private DiWriter() {}

    static XmlElement withBounds(XmlElement shape, Bounds bounds) {
        return shape.mapChildren(child -> child.name().is(Namespaces.DC, "Bounds") ? with(child, bounds) : child);
    }

    static XmlElement withLabelBounds(XmlElement shapeOrEdge, Bounds bounds) {
        return shapeOrEdge.mapChildren(
                child -> child.name().is(Namespaces.BPMNDI, "BPMNLabel") ? withBounds(child, bounds) : child);
    }

    static Markup bounds(XmlName name, Bounds bounds) {
        return Markup.of(name)
                .with("x", number(bounds.x(), ""))
                .with("y", number(bounds.y(), ""))
                .with("width", number(bounds.width(), ""))
                .with("height", number(bounds.height(), ""));
    }

    static Markup waypoint(XmlName name, Point point) {
        return Markup.of(name).with("x", number(point.x(), "")).with("y", number(point.y(), ""));
    }

    private static XmlElement with(XmlElement box, Bounds bounds) {
        List<XmlAttribute> changed = new ArrayList<>(4);
        change(box, X, bounds.x(), changed);
        change(box, Y, bounds.y(), changed);
        change(box, WIDTH, bounds.width(), changed);
        change(box, HEIGHT, bounds.height(), changed);
        return box.withAttributes(changed);
    }

    static boolean isAt(XmlElement place, Point point) {
        return same(place.attributeOr("x", ""), point.x()) && same(place.attributeOr("y", ""), point.y());
    }

    static XmlElement with(XmlElement place, Point point) {
        List<XmlAttribute> changed = new ArrayList<>(2);
        change(place, X, point.x(), changed);
        change(place, Y, point.y(), changed);
        return place.withAttributes(changed);
    }

    private static void change(XmlElement place, XmlName attribute, double value, List<XmlAttribute> changed) {
        String old = place.attributeOr(attribute.local(), "");
        if (!same(old, value)) {
            changed.add(new XmlAttribute(attribute, number(value, old)));
        }
    }

    private static boolean same(String old, double value) {
        return Numbers.parse(old) == value;
    }

    /// Whole numbers without a fraction unless the number they replace had one (`100.0`), others with at most
    /// three digits.
    private static String number(double value, String old) {
        double rounded = Math.round(value * 1000) / 1000.0;
        if (rounded != Math.rint(rounded)) {
            return Double.toString(rounded);
        }
        return Math.abs(rounded) < 1e15 ? (long) rounded + (old.contains(".") ? ".0" : "") : Double.toString(rounded);
    }
}
