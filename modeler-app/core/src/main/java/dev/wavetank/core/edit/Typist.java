package dev.wavetank.core.edit;

import dev.wavetank.core.xml.DocumentException;
import dev.wavetank.core.xml.XmlAttribute;
import dev.wavetank.core.xml.XmlElement;
import dev.wavetank.core.xml.XmlLayout;
import dev.wavetank.core.xml.XmlReader;
import dev.wavetank.core.xml.XmlText;
import java.util.HashMap;
import java.util.Map;

/// Writes markup in a file's own style and reads it back, so that new elements are made of source text like all
/// others.
final class Typist {
    private static final XmlReader READER = new XmlReader();

    private Typist() {}

    /// @param gap the line break and indentation before the element, empty in a file without line breaks
    static XmlElement type(Markup markup, String gap, XmlLayout layout, int firstKey) {
        StringBuilder out = new StringBuilder(gap);
        Map<String, String> scope = new HashMap<>();
        write(markup, gap, layout, out, scope);
        try {
            return READER.fragment(out.toString(), scope, firstKey);
        } catch (DocumentException e) {
            throw new IllegalStateException("Markup that was just written is not XML: " + out, e);
        }
    }

    private static void write(
            Markup markup, String gap, XmlLayout layout, StringBuilder out, Map<String, String> scope) {
        scope.put(markup.name().prefix(), markup.name().namespace());
        out.append('<').append(markup.name().qualified());
        for (XmlAttribute attribute : markup.attributes()) {
            if (!attribute.name().prefix().isEmpty()) {
                scope.put(attribute.name().prefix(), attribute.name().namespace());
            }
            out.append(' ').append(attribute.name().qualified()).append("=\"");
            out.append(XmlText.attribute(attribute.value())).append('"');
        }
        if (markup.children().isEmpty() && markup.text().isEmpty()) {
            out.append(layout.selfClose());
            return;
        }
        out.append('>');
        XmlText.characters(markup.text()).appendTo(out);
        for (Markup child : markup.children()) {
            String inner = gap.isEmpty() ? "" : gap + layout.step();
            out.append(inner);
            write(child, inner, layout, out, scope);
        }
        if (!markup.children().isEmpty()) {
            out.append(gap);
        }
        out.append("</").append(markup.name().qualified()).append('>');
    }
}
