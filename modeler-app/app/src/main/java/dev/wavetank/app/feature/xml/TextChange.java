package dev.wavetank.app.feature.xml;

/// Characters `from` to `to` of a text, and what stands there instead.
record TextChange(int from, int to, String text) {
    /// The smallest change that makes `after` of `before`.
    static TextChange between(String before, String after) {
        int most = Math.min(before.length(), after.length());
        int start = 0;
        while (start < most && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < most - start
                && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
            end++;
        }
        return new TextChange(start, before.length() - end, after.substring(start, after.length() - end));
    }

    boolean isNothing() {
        return from == to && text.isEmpty();
    }

    /// How much longer the text becomes.
    int growth() {
        return text.length() - (to - from);
    }

    /// Where what stands there instead ends.
    int end() {
        return from + text.length();
    }

    /// This change and a later one of the changed text, which replaced `removed` characters at `position` by
    /// `inserted` ones, as one; its text is read from what came of both.
    TextChange then(int position, int removed, int inserted, Reader changed) {
        int last = Math.max(end(), position + removed);
        int start = Math.min(from, position);
        return new TextChange(start, last - growth(), changed.text(start, last + inserted - removed));
    }

    /// Whether the other change is about another place, so that both can be had.
    boolean isApartFrom(TextChange other) {
        return other.to < from || other.from > to;
    }

    /// The same change in a text in which `earlier` was made first, at another place.
    TextChange after(TextChange earlier) {
        int shift = earlier.from > to ? 0 : earlier.growth();
        return new TextChange(from + shift, to + shift, text);
    }

    /// Reads a text in part.
    @FunctionalInterface
    interface Reader {
        String text(int from, int to);
    }
}
