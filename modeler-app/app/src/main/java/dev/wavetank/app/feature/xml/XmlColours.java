package dev.wavetank.app.feature.xml;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// The colours of a whole XML text, found once: tags, attribute names, values, comments. A view asks for those of
/// the lines it shows, so that a large file costs no more to show than a small one.
///
/// It need not be exact for broken XML, only quick.
final class XmlColours {
    private static final Pattern TOKEN = Pattern.compile(
            "(?<comment><!--.*?-->|<\\?.*?\\?>)|(?<tag></?[\\w:.-]+|/?>)|(?<attribute>[\\w:.-]+(?=\\s*=\\s*[\"']))|(?<value>\"[^\"]*\"|'[^']*')",
            Pattern.DOTALL);
    private static final List<String> STYLES = List.of("xml-comment", "xml-tag", "xml-attribute", "xml-value");

    private final int length;
    /// Start, end and number of the style of each token.
    private int[] tokens = new int[3 * 256];
    private int count;

    private XmlColours(int length) {
        this.length = length;
    }

    static XmlColours of(String text) {
        var colours = new XmlColours(text.length());
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            colours.add(token.start(), token.end(), style(token));
        }
        return colours;
    }

    private void add(int start, int end, int style) {
        int at = 3 * count++;
        if (at == tokens.length) {
            tokens = Arrays.copyOf(tokens, 2 * tokens.length);
        }
        tokens[at] = start;
        tokens[at + 1] = end;
        tokens[at + 2] = style;
    }

    private static int style(Matcher token) {
        if (token.group("comment") != null) {
            return 0;
        }
        if (token.group("tag") != null) {
            return 1;
        }
        return token.group("attribute") != null ? 2 : 3;
    }

    /// How long the text was.
    int length() {
        return length;
    }

    /// The colours from character `from` to `to`, which must not be the same.
    StyleSpans<Collection<String>> between(int from, int to) {
        var spans = new StyleSpansBuilder<Collection<String>>();
        int at = from;
        for (int i = firstAfter(from); i < count && tokens[3 * i] < to; i++) {
            int start = Math.max(from, tokens[3 * i]);
            int end = Math.min(to, tokens[3 * i + 1]);
            spans.add(List.of(), start - at);
            spans.add(List.of(STYLES.get(tokens[3 * i + 2])), end - start);
            at = end;
        }
        spans.add(List.of(), to - at);
        return spans.create();
    }

    /// The first token that ends after `position`.
    private int firstAfter(int position) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens[3 * middle + 1] > position) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
