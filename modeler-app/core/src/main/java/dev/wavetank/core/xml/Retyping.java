package dev.wavetank.core.xml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Turns a text that somebody typed into the next version of a document: what reads the same as before is the
/// same, by identity; what was changed in place keeps its key; only what is new gets new ones. So a word that was
/// typed costs the elements around it, in the history as in the index, and not the file.
///
/// Children are compared from both ends, and what lies between is matched by name and id.
final class Retyping {
    private final String text;
    private int nextKey;

    private Retyping(String text, int firstFreeKey) {
        this.text = text;
        this.nextKey = firstFreeKey;
    }

    /// @param typed what `text` says, parsed from it
    static XmlDocument of(XmlDocument before, XmlDocument typed, String text, Encoding encoding) {
        var retyping = new Retyping(text, before.nextKey());
        XmlElement root = before.root().name().equals(typed.root().name())
                ? retyping.merge(before.root(), typed.root())
                : retyping.fresh(typed.root());
        List<XmlText> prolog = retyping.runs(before.prolog(), typed.prolog());
        List<XmlText> epilog = retyping.runs(before.epilog(), typed.epilog());
        boolean same = root == before.root() && prolog == before.prolog() && epilog == before.epilog();
        return same ? before : new XmlDocument(encoding, typed.layout(), prolog, root, epilog, retyping.nextKey);
    }

    private XmlElement merge(XmlElement old, XmlElement now) {
        if (reads(old, now)) {
            return old;
        }
        boolean sameTag = now.startTag().toString().contentEquals(old.startTag().toString());
        boolean sameEnd = now.endTag().toString().contentEquals(old.endTag().toString());
        return new XmlElement(
                old.key(),
                sameTag ? old.name() : now.name(),
                sameTag ? old.attributes() : now.attributes(),
                sameTag
                        ? old.startTag()
                        : Slice.at(now.startTag().indent(), now.startTag().toString()),
                declarations(old).equals(declarations(now)) ? content(old.nodes(), now.nodes()) : renewed(now.nodes()),
                sameEnd ? old.endTag() : Slice.of(now.endTag().toString()),
                false);
    }

    private XmlNode[] content(XmlNode[] old, XmlNode[] now) {
        XmlNode[] merged = new XmlNode[now.length];
        int start = 0;
        while (start < old.length && start < now.length && same(old[start], now[start])) {
            merged[start] = old[start];
            start++;
        }
        int oldEnd = old.length;
        int nowEnd = now.length;
        while (oldEnd > start && nowEnd > start && same(old[oldEnd - 1], now[nowEnd - 1])) {
            merged[--nowEnd] = old[--oldEnd];
        }
        Map<String, Deque<XmlElement>> earlier = new HashMap<>();
        for (int i = start; i < oldEnd; i++) {
            if (old[i] instanceof XmlElement element) {
                earlier.computeIfAbsent(identity(element), _ -> new ArrayDeque<>())
                        .add(element);
            }
        }
        for (int i = start; i < nowEnd; i++) {
            merged[i] = switch (now[i]) {
                case XmlText run -> copy(run);
                case XmlElement element -> {
                    Deque<XmlElement> candidates = earlier.get(identity(element));
                    XmlElement known = candidates == null ? null : candidates.poll();
                    yield known == null ? fresh(element) : merge(known, element);
                }
            };
        }
        return merged;
    }

    /// Content in which prefixes mean something else than before, so that nothing in it is the same.
    private XmlNode[] renewed(XmlNode[] now) {
        XmlNode[] content = now.clone();
        for (int i = 0; i < content.length; i++) {
            content[i] = switch (content[i]) {
                case XmlText run -> copy(run);
                case XmlElement element -> fresh(element);
            };
        }
        return content;
    }

    private boolean same(XmlNode old, XmlNode now) {
        return switch (now) {
            case XmlText run ->
                old instanceof XmlText before
                        && before.kind() == run.kind()
                        && before.match(text, run.start()) == run.end();
            case XmlElement element -> old instanceof XmlElement before && reads(before, element);
        };
    }

    private boolean reads(XmlElement old, XmlElement now) {
        return old.match(text, now.startTag().start()) == now.endTag().end();
    }

    /// What makes two versions the same element: its name and what it is called by.
    private static String identity(XmlElement element) {
        return element.name()
                + "#"
                + element.attribute("id")
                        .or(() -> element.attribute("bpmnElement"))
                        .orElse("");
    }

    private static List<XmlAttribute> declarations(XmlElement element) {
        return element.attributes().stream()
                .filter(XmlAttribute::isNamespaceDeclaration)
                .toList();
    }

    /// An element that was not there before. It takes its own piece of the text with it, so that it does not keep
    /// all of it in memory.
    private XmlElement fresh(XmlElement element) {
        String indent = element.startTag().indent();
        int from = element.startTag().start();
        String own = indent + text.substring(from, element.endTag().end());
        return renewed(element, own, from - indent.length());
    }

    private XmlElement renewed(XmlElement element, String own, int shift) {
        int key = nextKey++;
        XmlNode[] content = element.nodes().clone();
        for (int i = 0; i < content.length; i++) {
            content[i] = switch (content[i]) {
                case XmlText run -> new XmlText(run.kind(), own, run.start() - shift, run.end() - shift);
                case XmlElement child -> renewed(child, own, shift);
            };
        }
        return new XmlElement(
                key,
                element.name(),
                element.attributes(),
                shifted(element.startTag(), own, shift),
                content,
                shifted(element.endTag(), own, shift),
                true);
    }

    private static Slice shifted(Slice slice, String own, int shift) {
        return new Slice(own, slice.start() - shift, slice.end() - shift);
    }

    private static XmlText copy(XmlText run) {
        String own = run.toString();
        return new XmlText(run.kind(), own, 0, own.length());
    }

    private List<XmlText> runs(List<XmlText> old, List<XmlText> now) {
        boolean same = old.size() == now.size();
        for (int i = 0; same && i < now.size(); i++) {
            same = same(old.get(i), now.get(i));
        }
        return same ? old : now.stream().map(Retyping::copy).toList();
    }
}
