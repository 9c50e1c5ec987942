package dev.wavetank.core.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which characters of a document's text are whose. Nothing is stored for it: lengths are added up along one way
/// down the tree, and what was not changed knows its own.
final class Places {
    private Places() {}

    /// The elements around the character at `offset`, from the root down; empty before and after the root.
    static List<XmlElement> at(XmlDocument document, int offset) {
        List<XmlElement> path = new ArrayList<>();
        int start = length(document.prolog());
        Optional<XmlElement> found = within(document.root(), start, offset);
        while (found.isPresent()) {
            XmlElement element = found.get();
            path.add(element);
            found = Optional.empty();
            int at = start + element.startTag().length();
            for (XmlNode node : element.nodes()) {
                if (node instanceof XmlElement child
                        && within(child, at, offset).isPresent()) {
                    found = Optional.of(child);
                    start = at;
                    break;
                }
                at += node.length();
            }
        }
        return path;
    }

    private static Optional<XmlElement> within(XmlElement element, int start, int offset) {
        return offset >= start && offset < start + element.length() ? Optional.of(element) : Optional.empty();
    }

    /// Where the element stands that is reached from the root by these keys.
    ///
    /// @param keys the root's first
    static Optional<XmlDocument.Span> of(XmlDocument document, List<Integer> keys) {
        XmlElement element = document.root();
        int start = length(document.prolog());
        if (keys.isEmpty() || element.key() != keys.getFirst()) {
            return Optional.empty();
        }
        for (int key : keys.subList(1, keys.size())) {
            int at = start + element.startTag().length();
            XmlElement child = null;
            for (XmlNode node : element.nodes()) {
                if (node instanceof XmlElement candidate && candidate.key() == key) {
                    child = candidate;
                    break;
                }
                at += node.length();
            }
            if (child == null) {
                return Optional.empty();
            }
            element = child;
            start = at;
        }
        return Optional.of(new XmlDocument.Span(start, start + element.length()));
    }

    private static int length(List<XmlText> runs) {
        return runs.stream().mapToInt(XmlText::length).sum();
    }
}
