package dev.wavetank.core.bpmn;

import dev.wavetank.core.xml.XmlDocument;
import dev.wavetank.core.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lists what stands on the planes of a document. Reads along an earlier list, if there is one: XML that is the
/// same as then means the same shape, so that after an edit nothing else has to be looked up.
final class PlaneReader {
    private final PersistentMap<Integer, Shape> shapes;
    private final PersistentMap<Integer, Edge> edges;
    private final List<Plane> earlier;

    PlaneReader(PersistentMap<Integer, Shape> shapes, PersistentMap<Integer, Edge> edges, List<Plane> earlier) {
        this.shapes = shapes;
        this.edges = edges;
        this.earlier = earlier;
    }

    List<Plane> read(XmlDocument document) {
        return document.root().children(Namespaces.BPMNDI, "BPMNDiagram").stream()
                .flatMap(diagram ->
                        diagram.child(Namespaces.BPMNDI, "BPMNPlane").stream().map(plane -> plane(diagram, plane)))
                .toList();
    }

    private Plane plane(XmlElement diagram, XmlElement plane) {
        Plane before = earlier.stream()
                .filter(known -> known.xml().key() == plane.key())
                .findFirst()
                .orElse(null);
        List<Shape> onPlane =
                new ArrayList<>(before == null ? 16 : before.shapes().size() + 8);
        List<Edge> lines = new ArrayList<>(before == null ? 16 : before.edges().size() + 8);
        List<Shape> knownShapes = before == null ? List.of() : before.shapes();
        List<Edge> knownEdges = before == null ? List.of() : before.edges();
        int nextShape = 0;
        int nextEdge = 0;
        for (XmlElement child : plane.children()) {
            if (nextShape < knownShapes.size() && knownShapes.get(nextShape).xml() == child) {
                onPlane.add(knownShapes.get(nextShape++));
                continue;
            }
            if (nextEdge < knownEdges.size() && knownEdges.get(nextEdge).xml() == child) {
                lines.add(knownEdges.get(nextEdge++));
                continue;
            }
            Shape shape = shapes.get(child.key());
            if (shape != null) {
                onPlane.add(shape);
                nextShape = pastGone(knownShapes, nextShape, child);
                continue;
            }
            Edge edge = edges.get(child.key());
            if (edge != null) {
                lines.add(edge);
                nextEdge = pastGoneEdges(knownEdges, nextEdge, child);
            }
        }
        return new Plane(
                diagram.attribute("id").orElse(""),
                diagram.attribute("name"),
                plane.attribute("bpmnElement").map(ElementId::reference),
                DiReader.resolution(diagram),
                onPlane,
                lines,
                plane);
    }

    /// Steps over the old version of `child` and over what is no longer there.
    private int pastGone(List<Shape> known, int from, XmlElement child) {
        int at = from;
        while (at < known.size()
                && isPast(
                        known.get(at).xml(),
                        child,
                        shapes.get(known.get(at).xml().key()))) {
            at++;
        }
        return at;
    }

    private int pastGoneEdges(List<Edge> known, int from, XmlElement child) {
        int at = from;
        while (at < known.size()
                && isPast(
                        known.get(at).xml(),
                        child,
                        edges.get(known.get(at).xml().key()))) {
            at++;
        }
        return at;
    }

    private static boolean isPast(XmlElement old, XmlElement child, @Nullable Object now) {
        return old.key() == child.key() || now == null;
    }
}
