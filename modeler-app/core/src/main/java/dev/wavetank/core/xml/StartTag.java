package dev.wavetank.core.xml;

import java.util.Arrays;
import java.util.List;

/// Edits the text of one start tag so that only the attributes in question change: quotes, order, line breaks
/// and blanks stay.
///
/// The text is known to be well formed, because it was either accepted by the parser or made here.
final class StartTag {
    private final String text;
    /// Four for each attribute: where the blanks before it begin, where its name begins, where the value lies between
    /// the quotes.
    private int[] places = new int[4 * 4];

    private int count;

    StartTag(String text) {
        this.text = text;
        scan();
    }

    /// The tag with the attributes set to these values, or added after the last one; nothing else changes.
    ///
    /// @param attributes their names as this tag writes them
    String with(List<XmlAttribute> attributes) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        boolean[] written = new boolean[attributes.size()];
        int copied = 0;
        for (int i = 0; i < count; i++) {
            int at = indexOf(attributes, i);
            if (at >= 0 && !written[at]) {
                written[at] = true;
                out.append(text, copied, valueStart(i));
                out.append(Escapes.attribute(attributes.get(at).value(), text.charAt(valueEnd(i))));
                copied = valueEnd(i);
            }
        }
        int end = count == 0 ? nameEnd() : valueEnd(count - 1) + 1;
        out.append(text, copied, end);
        for (int at = 0; at < written.length; at++) {
            if (!written[at]) {
                XmlAttribute added = attributes.get(at);
                out.append(separator()).append(added.name().qualified()).append("=\"");
                out.append(Escapes.attribute(added.value(), '"')).append('"');
            }
        }
        return out.append(text, end, text.length()).toString();
    }

    String without(XmlName attribute) {
        for (int i = 0; i < count; i++) {
            if (isNamed(i, attribute)) {
                return text.substring(0, from(i)) + text.substring(valueEnd(i) + 1);
            }
        }
        return text;
    }

    /// `<a b="c"/>` as `<a b="c">`; other text comes back as it is.
    String opened() {
        return text.endsWith("/>") ? text.substring(0, text.length() - 2).stripTrailing() + '>' : text;
    }

    /// Where every attribute stands on a line of its own, so does the next one.
    private String separator() {
        return count < 2 ? " " : text.substring(from(count - 1), nameStart(count - 1));
    }

    private int indexOf(List<XmlAttribute> attributes, int attribute) {
        for (int at = 0; at < attributes.size(); at++) {
            if (isNamed(attribute, attributes.get(at).name())) {
                return at;
            }
        }
        return -1;
    }

    private boolean isNamed(int attribute, XmlName name) {
        int start = nameStart(attribute);
        if (!name.prefix().isEmpty()) {
            if (!text.startsWith(name.prefix(), start)
                    || text.charAt(start + name.prefix().length()) != ':') {
                return false;
            }
            start += name.prefix().length() + 1;
        }
        int end = start + name.local().length();
        return text.startsWith(name.local(), start)
                && (text.charAt(end) == '=' || Character.isWhitespace(text.charAt(end)));
    }

    private int from(int attribute) {
        return places[4 * attribute];
    }

    private int nameStart(int attribute) {
        return places[4 * attribute + 1];
    }

    private int valueStart(int attribute) {
        return places[4 * attribute + 2];
    }

    private int valueEnd(int attribute) {
        return places[4 * attribute + 3];
    }

    private int nameEnd() {
        int i = 1;
        while (!Character.isWhitespace(text.charAt(i)) && text.charAt(i) != '>' && text.charAt(i) != '/') {
            i++;
        }
        return i;
    }

    private void scan() {
        int i = nameEnd();
        while (true) {
            int from = i;
            while (Character.isWhitespace(text.charAt(i))) {
                i++;
            }
            if (text.charAt(i) == '>' || text.charAt(i) == '/') {
                return;
            }
            int quoteAt = text.indexOf('=', i) + 1;
            while (Character.isWhitespace(text.charAt(quoteAt))) {
                quoteAt++;
            }
            int close = text.indexOf(text.charAt(quoteAt), quoteAt + 1);
            add(from, i, quoteAt + 1, close);
            i = close + 1;
        }
    }

    private void add(int from, int nameStart, int valueStart, int valueEnd) {
        int at = 4 * count++;
        if (at == places.length) {
            places = Arrays.copyOf(places, 2 * at);
        }
        places[at] = from;
        places[at + 1] = nameStart;
        places[at + 2] = valueStart;
        places[at + 3] = valueEnd;
    }
}
