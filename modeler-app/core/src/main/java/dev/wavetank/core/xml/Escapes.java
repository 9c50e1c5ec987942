package dev.wavetank.core.xml;

/// The five named entities, character references and line ends of XML 1.0 (sections 2.4, 2.11, 4.1).
final class Escapes {
    private Escapes() {}

    static String text(String value) {
        if (!needsEscape(value, '\r')) {
            return value;
        }
        StringBuilder out = new StringBuilder(value.length() + 16);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\r' -> out.append("&#13;");
                default -> appendLegal(out, value, i);
            }
        }
        return out.toString();
    }

    /// An attribute value between `quote`s; tabs and line ends become references, or readers would turn them
    /// into blanks.
    static String attribute(String value, char quote) {
        if (!needsEscape(value, quote)) {
            return value;
        }
        StringBuilder out = new StringBuilder(value.length() + 16);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\n' -> out.append("&#10;");
                case '\r' -> out.append("&#13;");
                case '\t' -> out.append("&#9;");
                case '"' -> out.append(quote == '"' ? "&quot;" : "\"");
                case '\'' -> out.append(quote == '\'' ? "&apos;" : "'");
                default -> appendLegal(out, value, i);
            }
        }
        return out.toString();
    }

    private static boolean needsEscape(String value, char alsoSpecial) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == '&' || c == '<' || c == '>' || c == alsoSpecial || c >= '\uFFFE' || isHalf(value, i)) {
                return true;
            }
        }
        return false;
    }

    /// Control characters and halves of a surrogate pair have no form at all in XML 1.0; they are left out, as a
    /// paste from a terminal, or of half an emoji, may bring some.
    private static void appendLegal(StringBuilder out, String value, int at) {
        char c = value.charAt(at);
        if ((c >= ' ' && c < '\uFFFE' || c == '\n' || c == '\t') && !isHalf(value, at)) {
            out.append(c);
        }
    }

    private static boolean isHalf(String value, int at) {
        char c = value.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == value.length() || !Character.isLowSurrogate(value.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(value.charAt(at - 1)));
    }

    static String resolve(String raw) {
        int ampersand = raw.indexOf('&');
        if (ampersand < 0) {
            return normalizeLines(raw);
        }
        StringBuilder out = new StringBuilder(raw.length());
        int from = 0;
        while (ampersand >= 0) {
            int semicolon = raw.indexOf(';', ampersand);
            out.append(normalizeLines(raw.substring(from, ampersand)));
            out.append(entity(raw.substring(ampersand + 1, semicolon)));
            from = semicolon + 1;
            ampersand = raw.indexOf('&', from);
        }
        return out.append(normalizeLines(raw.substring(from))).toString();
    }

    private static String entity(String name) {
        return switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> name.startsWith("#") ? character(name) : '&' + name + ';';
        };
    }

    private static String character(String reference) {
        return Character.toString(
                reference.startsWith("#x")
                        ? Integer.parseInt(reference.substring(2), 16)
                        : Integer.parseInt(reference.substring(1)));
    }

    static String normalizeLines(String raw) {
        return raw.indexOf('\r') < 0 ? raw : raw.replace("\r\n", "\n").replace('\r', '\n');
    }
}
