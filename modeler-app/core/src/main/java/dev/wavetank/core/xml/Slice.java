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

    String source() {
        return source;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
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
