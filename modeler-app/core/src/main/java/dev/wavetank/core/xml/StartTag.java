package dev.wavetank.core.xml;

import java.util.ArrayList;
import java.util.List;

/// Edits the text of one start tag so that only the attribute in question changes: quotes, order, line breaks
/// and blanks stay.
///
/// The text is known to be well formed, because it was either accepted by the parser or made here.
final class StartTag {
    /// One attribute's place: `from` is where the blanks before it begin, the value lies between the quotes.
    private record Span(int from, String qualifiedName, int valueStart, int valueEnd) {}

    private final String text;
    private final List<Span> spans = new ArrayList<>();

    StartTag(String text) {
        this.text = text;
        scan();
    }

    String with(String qualifiedName, String value) {
        for (Span span : spans) {
            if (span.qualifiedName.equals(qualifiedName)) {
                char quote = text.charAt(span.valueEnd);
                return text.substring(0, span.valueStart)
                        + Escapes.attribute(value, quote)
                        + text.substring(span.valueEnd);
            }
        }
        int at = spans.isEmpty() ? nameEnd() : spans.getLast().valueEnd + 1;
        return text.substring(0, at)
                + separator()
                + qualifiedName
                + "=\""
                + Escapes.attribute(value, '"')
                + '"'
                + text.substring(at);
    }

    String without(String qualifiedName) {
        for (Span span : spans) {
            if (span.qualifiedName.equals(qualifiedName)) {
                return text.substring(0, span.from) + text.substring(span.valueEnd + 1);
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
        if (spans.size() < 2) {
            return " ";
        }
        Span last = spans.getLast();
        int nameStart = last.from;
        while (Character.isWhitespace(text.charAt(nameStart))) {
            nameStart++;
        }
        return text.substring(last.from, nameStart);
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
            int equals = text.indexOf('=', i);
            int quoteAt = equals + 1;
            while (Character.isWhitespace(text.charAt(quoteAt))) {
                quoteAt++;
            }
            int close = text.indexOf(text.charAt(quoteAt), quoteAt + 1);
            spans.add(new Span(from, text.substring(i, equals).strip(), quoteAt + 1, close));
            i = close + 1;
        }
    }
}
