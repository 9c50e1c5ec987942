package dev.wavetank.core.edit;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.xml.XmlDocument;
import dev.wavetank.core.xml.XmlElement;
import dev.wavetank.core.xml.XmlLayout;
import dev.wavetank.core.xml.XmlName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The only thing that mutates: a diagram in the course of one gesture. Commands and behaviours write to it and
/// read from it; what they read always holds all that was written.
///
/// Writes are collected and woven into a new document when somebody reads, so a command should first read all
/// it needs and then write.
public final class Transaction {
    private final Diagram start;
    private final RandomGenerator random;
    private final Set<ElementId> touched = new HashSet<>();
    private Diagram diagram;
    private PendingTree pending;
    private int nextKey;
    /// The changes when they were last asked for; most behaviours find that nothing was added since.
    private @Nullable ChangeSet soFar;

    Transaction(Diagram start, RandomGenerator random) {
        this.start = start;
        this.random = random;
        this.diagram = start;
        this.pending = new PendingTree(start);
        this.nextKey = start.document().nextKey();
    }

    /// The diagram as it was when the gesture began.
    public Diagram start() {
        return start;
    }

    /// The diagram with everything written so far.
    public Diagram diagram() {
        if (!pending.isEmpty()) {
            XmlDocument next = diagram.document().withRoot(pending.woven(), nextKey);
            Diagram.Step step = diagram.after(next);
            diagram = step.diagram();
            touched.addAll(step.touched());
            pending = new PendingTree(diagram);
        }
        return diagram;
    }

    /// What happened so far, as the change set it would be.
    public ChangeSet changes() {
        Diagram now = diagram();
        ChangeSet known = soFar;
        if (known == null || known.after() != now || known.touched().size() != touched.size()) {
            known = new ChangeSet(start, now, touched);
            soFar = known;
        }
        return known;
    }

    /// Counts an element as touched whose look changed by what was written elsewhere.
    public void touch(ElementId id) {
        touched.add(id);
    }

    /// Changes an indexed element, shape, edge, plane or the root, given as any of its versions.
    public void edit(XmlElement element, UnaryOperator<XmlElement> change) {
        if (!pending.knows(element.key())) {
            diagram();
        }
        pending.edit(element.key(), change);
    }

    public void edit(ElementId id, UnaryOperator<XmlElement> change) {
        require(id);
        diagram.element(id).ifPresent(element -> edit(element.xml(), change));
    }

    /// Writes new markup into `parent`, at the place the BPMN schema gives it among its siblings.
    public XmlElement insert(XmlElement parent, Markup markup) {
        XmlElement holder = current(parent);
        XmlElement fresh = type(holder, markup);
        place(holder, fresh);
        return fresh;
    }

    /// Writes new markup into a detail of an indexed element, such as its `extensionElements`, behind the others of
    /// that name.
    public void insertInto(XmlElement indexed, XmlElement detail, Markup markup) {
        XmlElement fresh = type(detail, markup);
        editDetail(indexed, detail, holder -> {
            Optional<XmlElement> alike = holder.children().reversed().stream()
                    .filter(child -> child.name().equals(fresh.name()))
                    .findFirst();
            XmlLayout layout = start.document().layout();
            return alike.isPresent() ? layout.insert(holder, alike, fresh) : layout.append(holder, fresh);
        });
    }

    /// Takes a child out of a detail of an indexed element.
    public void removeFrom(XmlElement indexed, XmlElement detail, XmlElement child) {
        editDetail(
                indexed,
                detail,
                holder -> holder.child(child.key())
                        .map(known -> start.document().layout().remove(holder, known))
                        .orElse(holder));
    }

    /// Changes a detail of an indexed element.
    public void editDetail(XmlElement indexed, XmlElement detail, UnaryOperator<XmlElement> change) {
        edit(indexed, xml -> xml.mapChildren(child -> child.key() == detail.key() ? change.apply(child) : child));
    }

    /// Writes several pieces into `parent` in their order, each where `insert` would put it. Those that come behind one
    /// another go in together, for a parent may have thousands of children.
    public void insertAll(XmlElement parent, List<Markup> pieces) {
        XmlElement holder = current(parent);
        List<XmlElement> together = new ArrayList<>();
        for (Markup piece : pieces) {
            XmlElement fresh = type(holder, piece);
            if (!together.isEmpty()
                    && !SchemaOrder.isSamePlace(
                            holder.name(), together.getLast().name(), fresh.name())) {
                place(current(parent), together);
                together.clear();
            }
            together.add(fresh);
        }
        if (!together.isEmpty()) {
            place(current(parent), together);
        }
    }

    private XmlElement type(XmlElement holder, Markup markup) {
        XmlLayout layout = start.document().layout();
        XmlElement fresh = Typist.type(markup, layout.gapBeforeChildren(holder), layout, nextKey);
        nextKey += count(fresh);
        return fresh;
    }

    /// Takes an element, shape, edge or detail out of `parent`; nothing happens if that is gone itself.
    public void remove(XmlElement parent, XmlElement child) {
        if (!isThere(parent)) {
            return;
        }
        edit(
                parent,
                holder -> holder.child(child.key())
                        .map(known -> start.document().layout().remove(holder, known))
                        .orElse(holder));
    }

    /// Takes an indexed element out of whatever holds it.
    public void remove(XmlElement indexed) {
        if (!removeFrom(diagram.parentKey(indexed.key()), indexed)) {
            removeFrom(diagram().parentKey(indexed.key()), indexed);
        }
    }

    private boolean removeFrom(OptionalInt parent, XmlElement child) {
        if (parent.isEmpty()) {
            return false;
        }
        XmlElement holder = pending.current(parent.getAsInt());
        remove(holder, child);
        return pending.current(parent.getAsInt()) != holder;
    }

    public void remove(ElementId id) {
        diagram.element(id).or(() -> diagram().element(id)).ifPresent(element -> remove(element.xml()));
    }

    /// Takes an indexed element from its parent to another one. Neither the root nor what holds the new parent
    /// moves.
    public void move(XmlElement indexed, XmlElement newParent) {
        if (holds(indexed, newParent)) {
            return;
        }
        XmlElement moving = current(indexed);
        remove(indexed);
        XmlElement holder = current(newParent);
        place(holder, start.document().layout().adapt(holder, moving));
    }

    private boolean holds(XmlElement holder, XmlElement element) {
        Diagram now = diagram();
        OptionalInt at = OptionalInt.of(element.key());
        while (at.isPresent() && at.getAsInt() != holder.key()) {
            at = now.parentKey(at.getAsInt());
        }
        return at.isPresent();
    }

    /// Makes a shape the first of its plane, below all others.
    public void moveToBack(XmlElement shape, XmlElement plane) {
        XmlElement moving = current(shape);
        remove(plane, moving);
        edit(plane, holder -> start.document().layout().insert(holder, Optional.empty(), moving));
    }

    /// Puts a shape right behind another one of the same plane, so that it lies above that one and below the rest.
    public void moveBehind(XmlElement shape, XmlElement other) {
        XmlElement moving = current(shape);
        XmlElement before = current(other);
        int plane = diagram.parentKey(other.key()).orElseThrow();
        remove(pending.current(plane), moving);
        edit(
                pending.current(plane),
                holder -> start.document().layout().insert(holder, holder.child(before.key()), moving));
    }

    private void place(XmlElement holder, XmlElement child) {
        place(holder, List.of(child));
    }

    /// @param children of one place in the order of the schema
    private void place(XmlElement holder, List<XmlElement> children) {
        XmlLayout layout = start.document().layout();
        Optional<XmlElement> previous =
                SchemaOrder.previous(holder, children.getFirst().name());
        edit(holder, before -> layout.insertAll(before, previous, children));
    }

    public void setAttribute(ElementId id, String attribute, String value) {
        edit(id, xml -> xml.withAttribute(attribute, value));
    }

    public void removeAttribute(ElementId id, String attribute) {
        edit(id, xml -> xml.withoutAttribute("", attribute));
    }

    /// Moves or resizes a shape, touching only the numbers that differ.
    public void setBounds(Shape shape, Bounds bounds) {
        edit(shape.xml(), xml -> DiWriter.withBounds(xml, bounds));
    }

    /// Puts the external label of a shape or edge somewhere.
    public void setLabelBounds(XmlElement shapeOrEdge, Bounds bounds) {
        XmlElement now = current(shapeOrEdge);
        Optional<XmlElement> label = now.child(Namespaces.BPMNDI, "BPMNLabel");
        Optional<XmlElement> box = label.flatMap(known -> known.child(Namespaces.DC, "Bounds"));
        if (box.isPresent()) {
            edit(now, xml -> DiWriter.withLabelBounds(xml, bounds));
            return;
        }
        label.ifPresent(hollow -> remove(now, hollow));
        insert(now, Markup.of(now.name().sibling("BPMNLabel")).with(DiWriter.bounds(dc(now), bounds)));
    }

    /// Lays a connection along other points; the lines of points that stay at either end are not rewritten.
    public void setWaypoints(Edge edge, List<Point> waypoints) {
        XmlName name = edge.xml()
                .child(Namespaces.DI, "waypoint")
                .map(XmlElement::name)
                .orElseGet(() -> name(edge.xml(), Namespaces.DI, "di", "waypoint"));
        edit(
                edge.xml(),
                xml -> Waypoints.write(
                        xml, waypoints, start.document().layout(), point -> type(xml, DiWriter.waypoint(name, point))));
    }

    /// An id that nothing in the file has, such as `Activity_0x3k9qa`.
    public ElementId newId(String prefix) {
        while (true) {
            String suffix = Long.toString(random.nextLong(36L * 36 * 36 * 36 * 36 * 36 * 36), 36);
            ElementId id = new ElementId(prefix + '_' + "0".repeat(7 - suffix.length()) + suffix);
            if (diagram.element(id).isEmpty()) {
                return id;
            }
        }
    }

    /// The element's id, after giving it a real one if it had none.
    public ElementId identify(ElementId id) {
        if (!id.isSynthetic()) {
            return id;
        }
        ElementId real = newId(require(id).type().localName());
        setAttribute(id, "id", real.value());
        return real;
    }

    /// A name in `namespace` with the prefix that is bound to it at `place`; declares `preferred` at the root
    /// if none is.
    public XmlName name(XmlElement place, String namespace, String preferred, String local) {
        return new XmlName(Prefixes.at(this, place, namespace, preferred), namespace, local);
    }

    /// The name of `dc:Bounds` below a shape or edge.
    XmlName dc(XmlElement place) {
        return name(place, Namespaces.DC, "dc", "Bounds");
    }

    /// The present version, pending changes included.
    public XmlElement current(XmlElement element) {
        return isThere(element) ? pending.current(element.key()) : element;
    }

    private boolean isThere(XmlElement element) {
        if (!pending.knows(element.key())) {
            diagram();
        }
        return pending.knows(element.key());
    }

    private BpmnElement require(ElementId id) {
        return diagram.element(id)
                .or(() -> diagram().element(id))
                .orElseThrow(() -> new IllegalArgumentException("No element has the id " + id));
    }

    private static int count(XmlElement element) {
        int count = 1;
        for (XmlElement child : element.children()) {
            count += count(child);
        }
        return count;
    }
}
