package dev.wavetank.core.edit;

import dev.wavetank.core.xml.XmlAttribute;
import dev.wavetank.core.xml.XmlName;
import java.util.ArrayList;
import java.util.List;

/// An element that is about to be written, as a value: the transaction gives it the file's indentation and line
/// ends.
public record Markup(XmlName name, List<XmlAttribute> attributes, List<Markup> children, String text) {
    public Markup {
        attributes = List.copyOf(attributes);
        children = List.copyOf(children);
    }

    public static Markup of(XmlName name) {
        return new Markup(name, List.of(), List.of(), "");
    }

    /// With one more attribute without namespace.
    public Markup with(String attribute, String value) {
        List<XmlAttribute> more = new ArrayList<>(attributes);
        more.add(new XmlAttribute(XmlName.plain(attribute), value));
        return new Markup(name, more, children, text);
    }

    public Markup with(Markup child) {
        List<Markup> more = new ArrayList<>(children);
        more.add(child);
        return new Markup(name, attributes, more, text);
    }

    public Markup withText(String value) {
        return new Markup(name, attributes, children, value);
    }
}
