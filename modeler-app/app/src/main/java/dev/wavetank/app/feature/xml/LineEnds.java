package dev.wavetank.app.feature.xml;

/// A text as an editor shows it, with every line ended by `\n`, beside the text as the file has it. A change of
/// the one becomes a change of the other that touches no other line end.
record LineEnds(String original, String shown) {
    static LineEnds of(String original) {
        return new LineEnds(
                original,
                original.indexOf('\r') < 0
                        ? original
                        : original.replace("\r\n", "\n").replace('\r', '\n'));
    }

    /// The text in which `text` stands in place of the shown characters from `from` to `to`.
    LineEnds with(int from, int to, String text) {
        String newline = original.contains("\r\n") ? "\r\n" : "\n";
        String written = "\n".equals(newline) ? text : text.replace("\n", newline);
        return new LineEnds(
                original.substring(0, inOriginal(from)) + written + original.substring(inOriginal(to)),
                shown.substring(0, from) + text + shown.substring(to));
    }

    /// Where a shown character stands in the file's text.
    int inOriginal(int position) {
        if (original.length() == shown.length()) {
            return position;
        }
        int at = 0;
        for (int i = 0; i < position; i++) {
            at += original.startsWith("\r\n", at) ? 2 : 1;
        }
        return at;
    }

    /// Where a character of the file's text is shown.
    int inShown(int offset) {
        if (original.length() == shown.length()) {
            return offset;
        }
        int at = 0;
        for (int i = 0; i < offset; i++) {
            if (original.charAt(i) != '\r' || i + 1 == original.length() || original.charAt(i + 1) != '\n') {
                at++;
            }
        }
        return at;
    }
}
