package dev.wavetank.core.bpmn;

import dev.wavetank.core.xml.TreeDiff;
import dev.wavetank.core.xml.XmlElement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The maps behind a diagram while they are being made. A diagram takes a frozen copy of the fields; the maps
/// themselves never change.
///
/// `update` brings the maps from one version of the document to the next by walking only where the two trees
/// differ, so its cost is that of the change and not that of the file. It also tells which elements the change
/// touched.
final class Index {
    private record Moved(XmlElement before, XmlElement after, Role role) {}

    private record Placed(
            XmlElement element, Role role, @Nullable XmlElement parent) {}

    PersistentMap<ElementId, BpmnElement> elements = PersistentMap.empty();
    PersistentMap<Integer, ElementId> ids = PersistentMap.empty();
    PersistentMap<Integer, Integer> parents = PersistentMap.empty();
    PersistentMap<Integer, Shape> shapes = PersistentMap.empty();
    PersistentMap<Integer, Edge> edges = PersistentMap.empty();
    PersistentMap<ElementId, List<Integer>> depictions = PersistentMap.empty();
    PersistentMap<ElementId, List<ElementId>> outgoing = PersistentMap.empty();
    PersistentMap<ElementId, List<ElementId>> incoming = PersistentMap.empty();
    PersistentMap<ElementId, List<ElementId>> attachers = PersistentMap.empty();
    PersistentMap<ElementId, List<ElementId>> mentions = PersistentMap.empty();
    PersistentMap<ElementId, Integer> lanes = PersistentMap.empty();
    /// Some id is written at two elements. The first one in the file has it, so any change may give it to another.
    boolean hasDoubles;

    private final Set<ElementId> touched = new LinkedHashSet<>();
    private final List<Placed> removed = new ArrayList<>();
    private final List<Moved> changed = new ArrayList<>();
    private final List<Placed> inserted = new ArrayList<>();

    /// Indexes a whole document.
    void build(XmlElement root) {
        add(root, Role.ofRoot(root), null);
    }

    /// Goes from the version the maps describe to a later one; returns the elements whose look or meaning
    /// changed.
    Set<ElementId> update(XmlElement before, XmlElement after) {
        PersistentMap<ElementId, BpmnElement> known = elements;
        if (before != after) {
            compare(before, after, Role.ofRoot(after));
        }
        removed.forEach(gone -> remove(gone.element, gone.role));
        changed.removeIf(this::redrawn);
        changed.forEach(change -> removeSelf(change.before, change.role));
        changed.forEach(change -> addSelf(change.after, change.role, parents.get(change.after.key())));
        inserted.forEach(fresh -> add(fresh.element, fresh.role, fresh.parent == null ? null : fresh.parent.key()));
        if (hasDoubles && before != after) {
            rebuild(known, after);
        } else {
            orderDepictions(after);
        }
        return touched;
    }

    /// Indexes the whole document again, in file order.
    private void rebuild(PersistentMap<ElementId, BpmnElement> known, XmlElement root) {
        Index fresh = new Index();
        fresh.build(root);
        elements = fresh.elements;
        ids = fresh.ids;
        parents = fresh.parents;
        shapes = fresh.shapes;
        edges = fresh.edges;
        depictions = fresh.depictions;
        outgoing = fresh.outgoing;
        incoming = fresh.incoming;
        attachers = fresh.attachers;
        mentions = fresh.mentions;
        lanes = fresh.lanes;
        hasDoubles = fresh.hasDoubles;
        known.forEach((id, element) -> touchIfOther(id, element, elements.get(id)));
        elements.forEach((id, element) -> touchIfOther(id, element, known.get(id)));
    }

    /// Where an element is drawn more than once, its first drawing is the first one in the file.
    private void orderDepictions(XmlElement root) {
        Set<Integer> several = new LinkedHashSet<>();
        for (ElementId id : touched) {
            List<Integer> drawings = depictions.get(id);
            if (drawings != null && drawings.size() > 1) {
                several.addAll(drawings);
            }
        }
        if (several.isEmpty()) {
            return;
        }
        Map<Integer, Integer> order = new HashMap<>();
        collectOrder(root, several, order);
        for (ElementId id : touched) {
            List<Integer> drawings = depictions.get(id);
            if (drawings != null && drawings.size() > 1) {
                List<Integer> sorted = new ArrayList<>(drawings);
                sorted.sort(Comparator.comparingInt(key -> order.getOrDefault(key, 0)));
                depictions = depictions.put(id, List.copyOf(sorted));
            }
        }
    }

    private static void collectOrder(XmlElement element, Set<Integer> wanted, Map<Integer, Integer> order) {
        if (wanted.contains(element.key())) {
            order.put(element.key(), order.size());
            return;
        }
        element.children().forEach(child -> collectOrder(child, wanted, order));
    }

    private void touchIfOther(ElementId id, BpmnElement one, @Nullable BpmnElement other) {
        if (other == null || one.xml().key() != other.xml().key()) {
            touched.add(id);
        }
    }

    /// The short way for what changes most: a shape or edge that depicts what it did before and stands where it
    /// stood.
    private boolean redrawn(Moved change) {
        XmlElement now = change.after;
        Integer key = now.key();
        boolean same = change.before.sameTags(now);
        if (change.role == Role.SHAPE) {
            Shape old = shapes.get(key);
            if (old != null && (same || DiReader.element(now).equals(old.element()))) {
                shapes = shapes.put(key, same ? DiReader.moved(old, now) : DiReader.shape(now, old.element()));
                return true;
            }
        } else if (change.role == Role.EDGE) {
            Edge old = edges.get(key);
            if (old != null && (same || DiReader.element(now).equals(old.element()))) {
                edges = edges.put(key, same ? DiReader.moved(old, now) : DiReader.edge(now, old.element()));
                return true;
            }
        }
        return false;
    }

    private void compare(XmlElement before, XmlElement after, Role role) {
        if (role == Role.DETAIL) {
            return;
        }
        TreeDiff diff = TreeDiff.between(before, after);
        boolean retagged = !before.sameTags(after);
        boolean own = retagged || diff.textChanged();
        boolean renamed = retagged
                && (!before.attribute("id").equals(after.attribute("id"))
                        || !before.name().equals(after.name()));
        if (renamed && role == Role.ELEMENT) {
            XmlElement parent = parentOf(after);
            removed.add(new Placed(before, role, parent));
            inserted.add(new Placed(after, role, parent));
            return;
        }
        changed.add(new Moved(before, after, role));
        for (TreeDiff.Change change : diff.changed()) {
            Role child = role.ofChild(change.after());
            own |= child == Role.DETAIL;
            compare(change.before(), change.after(), child);
        }
        for (XmlElement gone : diff.removed()) {
            Role child = role.ofChild(gone);
            own |= child == Role.DETAIL;
            removed.add(new Placed(gone, child, before));
        }
        for (XmlElement fresh : diff.inserted()) {
            Role child = role.ofChild(fresh);
            own |= child == Role.DETAIL;
            inserted.add(new Placed(fresh, child, after));
        }
        if (own) {
            touch(before, role);
        }
    }

    private @Nullable XmlElement parentOf(XmlElement element) {
        Integer parent = parents.get(element.key());
        ElementId id = parent == null ? null : ids.get(parent);
        BpmnElement found = id == null ? null : elements.get(id);
        return found == null ? null : found.xml();
    }

    private void add(XmlElement element, Role role, @Nullable Integer parentKey) {
        if (role == Role.DETAIL) {
            return;
        }
        Integer key = addSelf(element, role, parentKey);
        touch(element, role);
        for (XmlElement child : element.children()) {
            add(child, role.ofChild(child), key);
        }
    }

    private void remove(XmlElement element, Role role) {
        if (role == Role.DETAIL) {
            return;
        }
        for (XmlElement child : element.children()) {
            remove(child, role.ofChild(child));
        }
        touch(element, role);
        removeSelf(element, role);
        parents = parents.remove(element.key());
    }

    private void touch(XmlElement element, Role role) {
        switch (role) {
            case ELEMENT -> touch(ids.get(element.key()));
            case SHAPE -> touchDrawn(shapes.get(element.key()), element, Shape::element);
            case EDGE -> touchDrawn(edges.get(element.key()), element, Edge::element);
            case DIAGRAM, PLANE, DETAIL -> element.attribute("bpmnElement").ifPresent(id -> touch(new ElementId(id)));
        }
    }

    private <T> void touchDrawn(@Nullable T known, XmlElement element, Function<T, ElementId> of) {
        touched.add(known == null ? DiReader.element(element) : of.apply(known));
    }

    private void touch(@Nullable ElementId id) {
        if (id != null) {
            touched.add(id);
        }
    }

    /// @return the element's key, one object for all maps
    private Integer addSelf(XmlElement xml, Role role, @Nullable Integer parentKey) {
        Integer key = xml.key();
        if (parentKey != null && !parentKey.equals(parents.get(key))) {
            parents = parents.put(key, parentKey);
        }
        switch (role) {
            case ELEMENT -> addElement(xml, key, parentKey);
            case SHAPE -> {
                Shape shape = DiReader.shape(xml, known(DiReader.element(xml)));
                shapes = shapes.put(key, shape);
                depictions = with(depictions, shape.element(), key);
            }
            case EDGE -> {
                Edge edge = DiReader.edge(xml, known(DiReader.element(xml)));
                edges = edges.put(key, edge);
                depictions = with(depictions, edge.element(), key);
            }
            case DIAGRAM, PLANE, DETAIL -> {}
        }
        return key;
    }

    /// The id as its element has it, which is found faster than an equal one.
    private ElementId known(ElementId id) {
        BpmnElement element = elements.get(id);
        return element == null ? id : element.id();
    }

    private void addElement(XmlElement xml, Integer key, @Nullable Integer parentKey) {
        String local = xml.name().local();
        Optional<ElementId> wanted =
                xml.attribute("id").filter(value -> !value.isBlank()).map(ElementId::new);
        boolean taken = wanted.filter(id -> elements.get(id) != null).isPresent();
        hasDoubles |= taken;
        ElementId id = wanted.filter(free -> !taken).orElseGet(() -> ElementId.synthetic(local, key));
        ElementId parent = parentKey == null ? null : ids.get(parentKey);
        BpmnElement element =
                new BpmnElement(id, BpmnType.of(local), xml.attribute("name"), Optional.ofNullable(parent), xml);
        elements = elements.put(id, element);
        ids = ids.put(key, id);
        link(element, Index::with);
        if (element.type() == BpmnType.LANE) {
            lanes = lanes.put(id, key);
        }
    }

    private void removeSelf(XmlElement xml, Role role) {
        switch (role) {
            case ELEMENT -> removeElement(xml);
            case SHAPE -> {
                depictions = without(depictions, DiReader.element(xml), xml.key());
                shapes = shapes.remove(xml.key());
            }
            case EDGE -> {
                depictions = without(depictions, DiReader.element(xml), xml.key());
                edges = edges.remove(xml.key());
            }
            case DIAGRAM, PLANE, DETAIL -> {}
        }
    }

    private void removeElement(XmlElement xml) {
        ElementId id = ids.get(xml.key());
        BpmnElement element = id == null ? null : elements.get(id);
        if (element != null) {
            link(element, Index::without);
            elements = elements.remove(element.id());
            ids = ids.remove(xml.key());
            if (element.type() == BpmnType.LANE) {
                lanes = lanes.remove(element.id());
            }
        }
    }

    /// Enters or removes a connection at its ends and a boundary event at its host.
    private void link(BpmnElement element, LinkChange change) {
        if (element.type().isConnection()) {
            element.source().ifPresent(from -> outgoing = change.apply(outgoing, known(from), element.id()));
            element.target().ifPresent(to -> incoming = change.apply(incoming, known(to), element.id()));
        } else if (element.type() == BpmnType.BOUNDARY_EVENT) {
            element.attachedTo().ifPresent(host -> attachers = change.apply(attachers, host, element.id()));
        }
        for (ElementId named : Mentions.of(element)) {
            mentions = change.apply(mentions, named, element.id());
        }
    }

    private interface LinkChange {
        PersistentMap<ElementId, List<ElementId>> apply(
                PersistentMap<ElementId, List<ElementId>> links, ElementId at, ElementId value);
    }

    private static <T> PersistentMap<ElementId, List<T>> with(
            PersistentMap<ElementId, List<T>> map, ElementId key, T value) {
        List<T> old = map.get(key);
        List<T> more = new ArrayList<>(old == null ? List.of() : old);
        more.add(value);
        return map.put(key, List.copyOf(more));
    }

    private static <T> PersistentMap<ElementId, List<T>> without(
            PersistentMap<ElementId, List<T>> map, ElementId key, T value) {
        List<T> old = map.get(key);
        if (old == null) {
            return map;
        }
        List<T> fewer = new ArrayList<>(old);
        fewer.remove(value);
        return fewer.isEmpty() ? map.remove(key) : map.put(key, List.copyOf(fewer));
    }
}
