package dev.wavetank.core.xml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// One element of a document: an immutable value that shares everything unchanged with its earlier versions.
///
/// `key` says "the same element, at another time": it stays when attributes, content or place change, and is
/// unique in its document. A *pristine* element is written back as one slice of the source; one that was
/// changed, or holds something that was, is written from its start tag, its content and its end tag, each of
/// which may still be a slice of the source. So a change costs a new object for the element and for each of its
/// ancestors, and not one character elsewhere.
public final class XmlElement implements XmlNode {
    private final int key;
    private final XmlName name;
    private final List<XmlAttribute> attributes;
    private final Slice startTag;
    private final XmlNode[] content;
    private final Slice endTag;
    private final boolean pristine;

    XmlElement(
            int key,
            XmlName name,
            List<XmlAttribute> attributes,
            Slice startTag,
            XmlNode[] content,
            Slice endTag,
            boolean pristine) {
        this.key = key;
        this.name = name;
        this.attributes = attributes;
        this.startTag = startTag;
        this.content = content;
        this.endTag = endTag;
        this.pristine = pristine;
    }

    /// The element's identity across versions of its document.
    public int key() {
        return key;
    }

    public XmlName name() {
        return name;
    }

    /// All attributes in file order, namespace declarations included.
    public List<XmlAttribute> attributes() {
        return attributes;
    }

    /// An attribute without namespace.
    public Optional<String> attribute(String local) {
        return attribute("", local);
    }

    public Optional<String> attribute(String namespace, String local) {
        int at = indexOf(namespace, local);
        return at < 0 ? Optional.empty() : Optional.of(attributes.get(at).value());
    }

    /// An attribute without namespace, where one with that value or none means the same.
    public String attributeOr(String local, String otherwise) {
        int at = indexOf("", local);
        return at < 0 ? otherwise : attributes.get(at).value();
    }

    /// Everything between the tags, in order.
    public List<XmlNode> content() {
        return Arrays.asList(content.clone());
    }

    /// Child elements in order.
    public List<XmlElement> children() {
        List<XmlElement> children = new ArrayList<>();
        for (XmlNode node : content) {
            if (node instanceof XmlElement child) {
                children.add(child);
            }
        }
        return children;
    }

    public List<XmlElement> children(String namespace, String local) {
        List<XmlElement> children = new ArrayList<>();
        for (XmlNode node : content) {
            if (node instanceof XmlElement child && child.name.is(namespace, local)) {
                children.add(child);
            }
        }
        return children;
    }

    /// The first child element of that name.
    public Optional<XmlElement> child(String namespace, String local) {
        for (XmlNode node : content) {
            if (node instanceof XmlElement child && child.name.is(namespace, local)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /// The child element with that key.
    public Optional<XmlElement> child(int key) {
        for (XmlNode node : content) {
            if (node instanceof XmlElement child && child.key == key) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /// Character data directly inside, entities resolved, comments left out.
    public String text() {
        StringBuilder text = new StringBuilder();
        for (XmlNode node : content) {
            if (node instanceof XmlText run
                    && (run.kind() == XmlText.Kind.CHARACTERS || run.kind() == XmlText.Kind.CDATA)) {
                text.append(run.value());
            }
        }
        return text.toString();
    }

    /// True if start tag, attributes and end tag are the very same as `other`'s, so that only the content can
    /// differ.
    public boolean sameTags(XmlElement other) {
        return startTag == other.startTag;
    }

    /// The attribute set, or added after the last one; everything else in the tag stays as written.
    public XmlElement withAttribute(XmlName attribute, String value) {
        return withAttributes(List.of(new XmlAttribute(attribute, value)));
    }

    /// Several attributes set at once, each as by [#withAttribute].
    public XmlElement withAttributes(List<XmlAttribute> wanted) {
        List<XmlAttribute> all = new ArrayList<>(attributes);
        List<XmlAttribute> written = new ArrayList<>(wanted.size());
        for (XmlAttribute attribute : wanted) {
            int at = indexOf(attribute.name().namespace(), attribute.name().local());
            if (at < 0) {
                written.add(attribute);
                all.add(attribute);
            } else if (!attribute.value().equals(attributes.get(at).value())) {
                XmlAttribute changed = new XmlAttribute(attributes.get(at).name(), attribute.value());
                written.add(changed);
                all.set(at, changed);
            }
        }
        return written.isEmpty() ? this : withTag(all, new StartTag(startTag.toString()).with(written));
    }

    public XmlElement withAttribute(String local, String value) {
        return withAttribute(XmlName.plain(local), value);
    }

    public XmlElement withoutAttribute(String namespace, String local) {
        int at = indexOf(namespace, local);
        if (at < 0) {
            return this;
        }
        List<XmlAttribute> changed = new ArrayList<>(attributes);
        XmlName written = changed.remove(at).name();
        return withTag(changed, new StartTag(startTag.toString()).without(written));
    }

    /// The same element under another name: a task that becomes a user task keeps everything else.
    public XmlElement withName(XmlName other) {
        if (other.equals(name)) {
            return this;
        }
        String tag = '<'
                + other.qualified()
                + startTag.toString().substring(1 + name.qualified().length());
        Slice close = endTag.isEmpty() ? Slice.of("") : Slice.of("</" + other.qualified() + '>');
        return new XmlElement(key, other, attributes, startTag.replacedBy(tag), content, close, false);
    }

    /// The same element with other content between its tags; a self-closed element is opened when there is
    /// something to hold.
    public XmlElement withContent(List<? extends XmlNode> nodes) {
        XmlNode[] changed = nodes.toArray(XmlNode[]::new);
        if (endTag.isEmpty() && changed.length > 0) {
            Slice opened = startTag.replacedBy(new StartTag(startTag.toString()).opened());
            Slice close = Slice.of("</" + name.qualified() + '>');
            return new XmlElement(key, name, attributes, opened, changed, close, false);
        }
        return new XmlElement(key, name, attributes, startTag, changed, endTag, false);
    }

    /// Character data in place of all character data; child elements stay.
    public XmlElement withText(String value) {
        List<XmlNode> nodes = new ArrayList<>();
        if (!value.isEmpty()) {
            nodes.add(XmlText.characters(value));
        }
        for (XmlNode node : content) {
            if (node instanceof XmlElement) {
                nodes.add(node);
            }
        }
        return withContent(nodes);
    }

    /// Every child element replaced by what `change` makes of it; `this` if all came back the same.
    public XmlElement mapChildren(UnaryOperator<XmlElement> change) {
        XmlNode[] changed = null;
        for (int i = 0; i < content.length; i++) {
            if (content[i] instanceof XmlElement child) {
                XmlElement now = change.apply(child);
                if (now != child) {
                    changed = changed == null ? content.clone() : changed;
                    changed[i] = now;
                }
            }
        }
        return changed == null ? this : new XmlElement(key, name, attributes, startTag, changed, endTag, false);
    }

    /// Those of its child elements whose key is among `keys` replaced by what `change` makes of them; the others, of
    /// which there may be thousands, are passed by.
    public XmlElement mapChildren(BitSet keys, UnaryOperator<XmlElement> change) {
        XmlNode[] changed = null;
        for (int i = 0; i < content.length; i++) {
            if (content[i] instanceof XmlElement child && keys.get(child.key)) {
                changed = changed == null ? content.clone() : changed;
                changed[i] = change.apply(child);
            }
        }
        return changed == null ? this : new XmlElement(key, name, attributes, startTag, changed, endTag, false);
    }

    /// The same element and everything in it, written piece by piece instead of as one slice. The characters
    /// are the same.
    public XmlElement unpinned() {
        XmlElement loose = mapChildren(XmlElement::unpinned);
        return new XmlElement(key, name, attributes, startTag, loose.content, endTag, false);
    }

    /// The same element and everything in it with each tag typed anew from names and values: one blank before
    /// each attribute, double quotes. It means the same to any reader of XML, and shows that the model holds
    /// all there is to know.
    public XmlElement retyped() {
        StringBuilder tag = new StringBuilder("<").append(name.qualified());
        for (XmlAttribute attribute : attributes) {
            tag.append(' ').append(attribute.name().qualified()).append("=\"");
            tag.append(Escapes.attribute(attribute.value(), '"')).append('"');
        }
        XmlElement typed = mapChildren(XmlElement::retyped);
        Slice open =
                startTag.replacedBy(tag.append(endTag.isEmpty() ? "/>" : ">").toString());
        Slice close = Slice.of(endTag.isEmpty() ? "" : "</" + name.qualified() + '>');
        return new XmlElement(key, name, attributes, open, typed.content, close, false);
    }

    /// The same element, for a place with another indentation: its lines move, their content stays.
    XmlElement reindented(String oldIndent, String newIndent) {
        XmlNode[] moved = content.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] = switch (moved[i]) {
                case XmlElement child -> child.reindented(oldIndent, newIndent);
                case XmlText text
                when text.isBlank() -> XmlText.raw(text.toString().replace('\n' + oldIndent, '\n' + newIndent));
                case XmlText text -> text;
            };
        }
        String own = startTag.indent();
        String indent = own.startsWith(oldIndent) ? newIndent + own.substring(oldIndent.length()) : own;
        Slice tag = Slice.at(indent, startTag.toString());
        return new XmlElement(key, name, attributes, tag, moved, endTag.isEmpty() ? Slice.of("") : endTag, false);
    }

    private int indexOf(String namespace, String local) {
        for (int i = 0; i < attributes.size(); i++) {
            if (attributes.get(i).name().is(namespace, local)) {
                return i;
            }
        }
        return -1;
    }

    private XmlElement withTag(List<XmlAttribute> changed, String tag) {
        Slice close = endTag.isEmpty() ? Slice.of("") : endTag;
        return new XmlElement(key, name, List.copyOf(changed), startTag.replacedBy(tag), content, close, false);
    }

    Slice startTag() {
        return startTag;
    }

    Slice endTag() {
        return endTag;
    }

    @Override
    public int length() {
        if (pristine) {
            return endTag.end() - startTag.start();
        }
        int length = startTag.length() + endTag.length();
        for (XmlNode node : content) {
            length += node.length();
        }
        return length;
    }

    /// Where in `text` this would end if it began at `at`; -1 if something else stands there.
    int match(String text, int at) {
        if (pristine) {
            int length = length();
            return at >= 0 && startTag.source().regionMatches(startTag.start(), text, at, length) ? at + length : -1;
        }
        int end = startTag.match(text, at);
        for (XmlNode node : content) {
            end = switch (node) {
                case XmlText run -> run.match(text, end);
                case XmlElement child -> child.match(text, end);
            };
        }
        return endTag.match(text, end);
    }

    XmlNode[] nodes() {
        return content;
    }

    @Override
    public void appendTo(StringBuilder out) {
        if (pristine) {
            out.append(startTag.source(), startTag.start(), endTag.end());
            return;
        }
        startTag.appendTo(out);
        for (XmlNode node : content) {
            node.appendTo(out);
        }
        endTag.appendTo(out);
    }

    /// The element as written in the file.
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        appendTo(out);
        return out.toString();
    }
}
