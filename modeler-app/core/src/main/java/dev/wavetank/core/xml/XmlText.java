package dev.wavetank.core.xml;

/// A run between tags, kept exactly as written.
public final class XmlText implements XmlNode {
    /// What the run is.
    public enum Kind {
        CHARACTERS,
        CDATA,
        COMMENT,
        INSTRUCTION
    }

    private final Kind kind;
    private final String source;
    private final int start;
    private final int end;

    XmlText(Kind kind, String source, int start, int end) {
        this.kind = kind;
        this.source = source;
        this.start = start;
        this.end = end;
    }

    /// Character data for `value`, escaped.
    public static XmlText characters(String value) {
        return raw(Escapes.text(value));
    }

    /// `value` as it is written between double quotes.
    public static String attribute(String value) {
        return Escapes.attribute(value, '"');
    }

    static XmlText raw(String escaped) {
        return new XmlText(Kind.CHARACTERS, escaped, 0, escaped.length());
    }

    public Kind kind() {
        return kind;
    }

    /// What the run says: entities resolved and line ends normalised; the inside of a CDATA section or comment;
    /// empty for an instruction.
    public String value() {
        return switch (kind) {
            case CHARACTERS -> Escapes.resolve(source.substring(start, end));
            case CDATA -> Escapes.normalizeLines(source.substring(start + "<![CDATA[".length(), end - "]]>".length()));
            case COMMENT -> source.substring(start + "<!--".length(), end - "-->".length());
            case INSTRUCTION -> "";
        };
    }

    /// White space only, so that it carries layout and no meaning.
    public boolean isBlank() {
        if (kind != Kind.CHARACTERS) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (!Character.isWhitespace(source.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    @Override
    public int length() {
        return end - start;
    }

    /// Where in `text` this would end if it began at `at`; -1 if something else stands there.
    int match(String text, int at) {
        return at >= 0 && source.regionMatches(start, text, at, length()) ? at + length() : -1;
    }

    @Override
    public void appendTo(StringBuilder out) {
        out.append(source, start, end);
    }

    /// The run as written in the file.
    @Override
    public String toString() {
        return source.substring(start, end);
    }
}
