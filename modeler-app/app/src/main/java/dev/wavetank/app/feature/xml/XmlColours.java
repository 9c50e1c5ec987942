package dev.wavetank.app.feature.xml;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// Colours XML for reading: tags, attribute names, values, comments. It need not be exact for broken XML, only
/// quick.
final class XmlColours {
    private static final Pattern TOKEN = Pattern.compile(
            "(?<comment><!--.*?-->|<\\?.*?\\?>)|(?<tag></?[\\w:.-]+|/?>)|(?<attribute>[\\w:.-]+(?=\\s*=\\s*[\"']))|(?<value>\"[^\"]*\"|'[^']*')",
            Pattern.DOTALL);

    private XmlColours() {}

    static StyleSpans<Collection<String>> of(String text) {
        var spans = new StyleSpansBuilder<Collection<String>>();
        Matcher token = TOKEN.matcher(text);
        int end = 0;
        while (token.find()) {
            spans.add(List.of(), token.start() - end);
            spans.add(List.of(style(token)), token.end() - token.start());
            end = token.end();
        }
        spans.add(List.of(), text.length() - end);
        return spans.create();
    }

    private static String style(Matcher token) {
        if (token.group("comment") != null) {
            return "xml-comment";
        }
        if (token.group("tag") != null) {
            return "xml-tag";
        }
        return token.group("attribute") != null ? "xml-attribute" : "xml-value";
    }
}
