package dev.wavetank.core.edit;

import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.xml.XmlElement;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/// New versions of indexed elements that are not yet in a document. Many changes are collected and then woven
/// into the tree in one pass from the root, which copies only elements that changed or hold one that did.
final class PendingTree {
    private final Diagram diagram;
    private final Map<Integer, XmlElement> pending = new HashMap<>();

    PendingTree(Diagram diagram) {
        this.diagram = diagram;
    }

    boolean isEmpty() {
        return pending.isEmpty();
    }

    boolean knows(int key) {
        return pending.containsKey(key) || diagram.xml(key).isPresent() || isRoot(key);
    }

    /// The element as it will be.
    XmlElement current(int key) {
        XmlElement written = pending.get(key);
        return written != null ? written : diagram.xml(key).orElseGet(() -> rootOrFail(key));
    }

    void edit(int key, UnaryOperator<XmlElement> change) {
        XmlElement before = current(key);
        XmlElement after = change.apply(before);
        if (after != before) {
            pending.put(key, after);
        }
    }

    /// The root with everything pending in its place.
    XmlElement woven() {
        BitSet dirty = new BitSet(diagram.document().nextKey());
        for (int key : pending.keySet()) {
            OptionalInt at = OptionalInt.of(key);
            while (at.isPresent() && !dirty.get(at.getAsInt())) {
                dirty.set(at.getAsInt());
                at = diagram.parentKey(at.getAsInt());
            }
        }
        return weave(diagram.document().root(), dirty);
    }

    private XmlElement weave(XmlElement element, BitSet dirty) {
        XmlElement base = pending.getOrDefault(element.key(), element);
        return base.mapChildren(dirty, child -> weave(child, dirty));
    }

    private boolean isRoot(int key) {
        return diagram.document().root().key() == key;
    }

    private XmlElement rootOrFail(int key) {
        if (!isRoot(key)) {
            throw new IllegalArgumentException("Nothing in the diagram has the key " + key);
        }
        return diagram.document().root();
    }
}
