package dev.wavetank.core.xml;

import java.util.List;
import java.util.Optional;

/// A whole file as an immutable value: its root element, what stands before and after it, its encoding and its
/// layout.
///
/// `bytes` gives back exactly what was read as long as nothing was changed.
public final class XmlDocument {
    private final Encoding encoding;
    private final XmlLayout layout;
    private final List<XmlText> prolog;
    private final XmlElement root;
    private final List<XmlText> epilog;
    private final int nextKey;

    XmlDocument(
            Encoding encoding,
            XmlLayout layout,
            List<XmlText> prolog,
            XmlElement root,
            List<XmlText> epilog,
            int nextKey) {
        this.encoding = encoding;
        this.layout = layout;
        this.prolog = List.copyOf(prolog);
        this.root = root;
        this.epilog = List.copyOf(epilog);
        this.nextKey = nextKey;
    }

    public XmlElement root() {
        return root;
    }

    /// Indentation and line ends of this file, for what is added to it.
    public XmlLayout layout() {
        return layout;
    }

    /// The first key that no element of this document has.
    public int nextKey() {
        return nextKey;
    }

    /// The name of the charset the file is written in, such as `UTF-8`.
    public String charset() {
        return encoding.charset().name();
    }

    /// The next version: another root, and the first key that is free in it.
    public XmlDocument withRoot(XmlElement changed, int firstFreeKey) {
        return new XmlDocument(encoding, layout, prolog, changed, epilog, firstFreeKey);
    }

    List<XmlText> prolog() {
        return prolog;
    }

    List<XmlText> epilog() {
        return epilog;
    }

    Encoding encoding() {
        return encoding;
    }

    /// Characters of `text()`, from `start` on and before `end`.
    public record Span(int start, int end) {}

    /// Which characters are those of an element.
    ///
    /// @param keys the way to it, from the root's key on
    public Optional<Span> span(List<Integer> keys) {
        return Places.of(this, keys);
    }

    /// The elements around the character at `offset`, from the root down.
    public List<XmlElement> at(int offset) {
        return Places.at(this, offset);
    }

    /// The document as text.
    public String text() {
        StringBuilder out = new StringBuilder();
        prolog.forEach(node -> node.appendTo(out));
        root.appendTo(out);
        epilog.forEach(node -> node.appendTo(out));
        return out.toString();
    }

    /// The document as bytes in its own encoding, byte order mark included.
    public byte[] bytes() {
        return encoding.encode(text());
    }
}
