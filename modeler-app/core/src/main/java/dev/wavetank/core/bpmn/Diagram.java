package dev.wavetank.core.bpmn;

import dev.wavetank.core.validation.Finding;
import dev.wavetank.core.xml.DocumentException;
import dev.wavetank.core.xml.XmlDocument;
import dev.wavetank.core.xml.XmlElement;
import dev.wavetank.core.xml.XmlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A BPMN file as a typed, immutable value: the document, and an index over it by element id.
///
/// Every well-formed XML file makes a diagram; what is odd or missing is told by `findings()`. Lists are in
/// file order. An answer never changes: an edit makes another diagram, which shares all that is the same (see
/// `after`).
public final class Diagram {
    private final XmlDocument document;
    private final PersistentMap<ElementId, BpmnElement> elements;
    private final PersistentMap<Integer, ElementId> ids;
    private final PersistentMap<Integer, Integer> parents;
    private final PersistentMap<Integer, Shape> shapes;
    private final PersistentMap<Integer, Edge> edges;
    private final PersistentMap<ElementId, List<Integer>> depictions;
    private final PersistentMap<ElementId, List<ElementId>> outgoing;
    private final PersistentMap<ElementId, List<ElementId>> incoming;
    private final PersistentMap<ElementId, List<ElementId>> attachers;
    private final PersistentMap<ElementId, List<ElementId>> mentions;
    private final PersistentMap<ElementId, Integer> lanes;
    private final boolean hasDoubles;
    private @Nullable List<Plane> planes;
    /// Those of the diagram that this one came from, until its own are read.
    private List<Plane> earlierPlanes;

    private Diagram(XmlDocument document, Index index, List<Plane> earlierPlanes) {
        this.earlierPlanes = earlierPlanes;
        this.document = document;
        this.elements = index.elements;
        this.ids = index.ids;
        this.parents = index.parents;
        this.shapes = index.shapes;
        this.edges = index.edges;
        this.depictions = index.depictions;
        this.outgoing = index.outgoing;
        this.incoming = index.incoming;
        this.attachers = index.attachers;
        this.mentions = index.mentions;
        this.lanes = index.lanes;
        this.hasDoubles = index.hasDoubles;
    }

    public static Diagram read(Path file) throws DocumentException {
        return of(new XmlReader().read(file));
    }

    public static Diagram read(byte[] bytes) throws DocumentException {
        return of(new XmlReader().read(bytes));
    }

    public static Diagram of(XmlDocument document) {
        Index index = new Index();
        index.build(document.root());
        return new Diagram(document, index, List.of());
    }

    /// A diagram and what distinguishes it from the one before.
    ///
    /// @param touched elements that appeared, vanished, or whose attributes, details, shape or edge changed
    public record Step(Diagram diagram, Set<ElementId> touched) {}

    /// The diagram over a later version of this document, at the cost of what changed.
    public Step after(XmlDocument next) {
        Index index = new Index();
        index.elements = elements;
        index.ids = ids;
        index.parents = parents;
        index.shapes = shapes;
        index.edges = edges;
        index.depictions = depictions;
        index.outgoing = outgoing;
        index.incoming = incoming;
        index.attachers = attachers;
        index.mentions = mentions;
        index.lanes = lanes;
        index.hasDoubles = hasDoubles;
        Set<ElementId> touched = index.update(document.root(), next.root());
        List<Plane> known = planes;
        return new Step(new Diagram(next, index, known == null ? earlierPlanes : known), Set.copyOf(touched));
    }

    public XmlDocument document() {
        return document;
    }

    /// The file's root; empty if it is not a BPMN file.
    public Optional<BpmnElement> definitions() {
        return elementAt(document.root().key());
    }

    public Optional<BpmnElement> element(ElementId id) {
        return Optional.ofNullable(elements.get(id));
    }

    /// All elements, each before those it holds.
    public List<BpmnElement> elements() {
        List<BpmnElement> all = new ArrayList<>(elements.size());
        definitions().ifPresent(root -> collect(root, all));
        return all;
    }

    private void collect(BpmnElement element, List<BpmnElement> into) {
        into.add(element);
        for (XmlElement child : element.xml().children()) {
            if (Role.ELEMENT.ofChild(child) == Role.ELEMENT) {
                elementAt(child.key()).ifPresent(known -> collect(known, into));
            }
        }
    }

    /// The elements directly inside.
    public List<BpmnElement> children(ElementId id) {
        List<BpmnElement> children = new ArrayList<>();
        element(id).ifPresent(parent -> {
            for (XmlElement child : parent.xml().children()) {
                if (Role.ELEMENT.ofChild(child) == Role.ELEMENT) {
                    elementAt(child.key()).ifPresent(children::add);
                }
            }
        });
        return children;
    }

    /// The connections that begin at the element.
    public List<ElementId> outgoing(ElementId id) {
        return orEmpty(outgoing.get(id));
    }

    /// The connections that end at the element.
    public List<ElementId> incoming(ElementId id) {
        return orEmpty(incoming.get(id));
    }

    /// The boundary events on the element.
    public List<ElementId> attachers(ElementId id) {
        return orEmpty(attachers.get(id));
    }

    /// The elements that name this one in `incoming`, `outgoing`, a compensation event, as their data object, as
    /// their process or as what they call.
    public List<ElementId> mentions(ElementId id) {
        return orEmpty(mentions.get(id));
    }

    public boolean hasLanes() {
        return lanes.size() > 0;
    }

    /// All lanes of all pools, in no particular order.
    public List<BpmnElement> lanes() {
        List<BpmnElement> all = new ArrayList<>(lanes.size());
        lanes.forEach((id, key) -> element(id).ifPresent(all::add));
        return all;
    }

    /// The element's first shape.
    public Optional<Shape> shape(ElementId id) {
        return first(id, shapes);
    }

    /// All shapes of the element; a file with several planes may show it on each.
    public List<Shape> shapes(ElementId id) {
        List<Shape> found = new ArrayList<>();
        for (Integer key : orEmpty(depictions.get(id))) {
            Shape shape = shapes.get(key);
            if (shape != null) {
                found.add(shape);
            }
        }
        return found;
    }

    /// The connection's first edge.
    public Optional<Edge> edge(ElementId id) {
        return first(id, edges);
    }

    public List<Edge> edges(ElementId id) {
        List<Edge> found = new ArrayList<>();
        for (Integer key : orEmpty(depictions.get(id))) {
            Edge edge = edges.get(key);
            if (edge != null) {
                found.add(edge);
            }
        }
        return found;
    }

    private <T> Optional<T> first(ElementId id, PersistentMap<Integer, T> drawn) {
        List<Integer> keys = orEmpty(depictions.get(id));
        for (int i = 0; i < keys.size(); i++) { // the most frequent question of all: no iterator, no new numbers
            T found = drawn.get(keys.get(i));
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /// The `BPMNPlane` elements, for whoever needs not what stands on them.
    public List<XmlElement> sheets() {
        return document.root().children(Namespaces.BPMNDI, "BPMNDiagram").stream()
                .flatMap(diagram -> diagram.child(Namespaces.BPMNDI, "BPMNPlane").stream())
                .toList();
    }

    /// One per `BPMNDiagram` that has a plane.
    public List<Plane> planes() {
        List<Plane> known = planes;
        if (known == null) {
            known = new PlaneReader(shapes, edges, earlierPlanes).read(document);
            earlierPlanes = List.of();
            planes = known;
        }
        return known;
    }

    /// What a label of the element reads: its name, an annotation's text, a group's category value.
    public Optional<String> label(ElementId id) {
        return element(id).flatMap(element -> switch (element.type()) {
            case TEXT_ANNOTATION -> element.detail("text").map(XmlElement::text);
            case GROUP ->
                element.reference("categoryValueRef")
                        .flatMap(this::element)
                        .flatMap(category -> category.attribute("value"));
            default -> element.name();
        });
    }

    /// What the reader noticed: unresolved references, missing or dangling diagram interchange, duplicate ids,
    /// loose flows.
    public List<Finding> findings() {
        return new ReaderFindings(this).all();
    }

    /// The key of the indexed element that holds the element with `key`; empty for the root and for what is not
    /// indexed.
    public OptionalInt parentKey(int key) {
        Integer parent = parents.get(key);
        return parent == null ? OptionalInt.empty() : OptionalInt.of(parent);
    }

    /// The present version of an element, shape, edge, plane or diagram with that key.
    public Optional<XmlElement> xml(int key) {
        Shape shape = shapes.get(key);
        Edge edge = edges.get(key);
        if (shape != null) {
            return Optional.of(shape.xml());
        }
        return edge != null
                ? Optional.of(edge.xml())
                : elementAt(key).map(BpmnElement::xml).or(() -> sheet(key));
    }

    /// A plane or diagram, found by what holds it: a damaged file may have it elsewhere than below the root.
    private Optional<XmlElement> sheet(int key) {
        Integer holder = parents.get(key);
        return holder == null ? Optional.empty() : xml(holder).flatMap(parent -> parent.child(key));
    }

    /// Everything drawn inside a container: the content of a sub-process or of a participant's process, lanes
    /// included, at any depth.
    public List<BpmnElement> contents(ElementId container) {
        List<BpmnElement> all = new ArrayList<>();
        element(container).ifPresent(element -> {
            Optional<BpmnElement> holder = element.type() == BpmnType.PARTICIPANT
                    ? element.process().flatMap(this::element)
                    : Optional.of(element);
            holder.ifPresent(inside -> collect(inside, all));
            holder.ifPresent(all::remove);
        });
        return all;
    }

    /// Everything that goes along with a container on the sheet: its content, and what open call activities in it
    /// show.
    public List<BpmnElement> carried(ElementId container) {
        List<BpmnElement> all = contents(container);
        Set<ElementId> opened = new HashSet<>();
        element(container).ifPresent(element -> open(element, all, opened));
        for (int i = 0; i < all.size(); i++) {
            open(all.get(i), all, opened);
        }
        return all;
    }

    private void open(BpmnElement call, List<BpmnElement> all, Set<ElementId> opened) {
        OpenCalls.process(this, call)
                .filter(process -> opened.add(process.id()))
                .ifPresent(process -> all.addAll(contents(process.id())));
    }

    /// The element whose XML has that key.
    public Optional<BpmnElement> elementAt(int key) {
        ElementId id = ids.get(key);
        return id == null ? Optional.empty() : element(id);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
