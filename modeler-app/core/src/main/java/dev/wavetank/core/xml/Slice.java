package dev.wavetank.core.xml;

/// Characters `start` (inclusive) to `end` (exclusive) of a source text which many slices share. Compared by
/// identity: the same slice means the same place in the same file.
final class Slice {
    private final String source;
    private final int start;
    private final int end;

    Slice(String source, int start, int end) {
        this.source = source;
        this.start = start;
        this.end = end;
    }

    static Slice of(String text) {
        return new Slice(text, 0, text.length());
    }

    /// Another tag in this one's place: what stands before it on its line stays known, for the indentation of
    /// what it will hold.
    Slice replacedBy(String tag) {
        return at(indent(), tag);
    }

    /// A tag that stands alone on a line with that indentation.
    static Slice at(String indent, String tag) {
        return new Slice(indent + tag, indent.length(), indent.length() + tag.length());
    }

    /// The blanks at the beginning of the line on which the slice begins; empty if something else precedes it
    /// there.
    String indent() {
        int blank = start;
        while (blank > 0 && source.charAt(blank - 1) != '\n') {
            blank--;
            if (!Character.isWhitespace(source.charAt(blank))) {
                return ""; // a file may be one line, and long
            }
        }
        return source.substring(blank, start);
    }

    String source() {
        return source;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    int length() {
        return end - start;
    }

    /// Where in `text` this would end if it began at `at`; -1 if something else stands there.
    int match(String text, int at) {
        return at >= 0 && source.regionMatches(start, text, at, length()) ? at + length() : -1;
    }

    boolean isEmpty() {
        return start == end;
    }

    void appendTo(StringBuilder out) {
        out.append(source, start, end);
    }

    @Override
    public String toString() {
        return source.substring(start, end);
    }
}
