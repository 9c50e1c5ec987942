package dev.wavetank.app.i18n;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sentences that parts without a bundle put together in English (rules, reader, engine, launcher), in another
/// language. The sentence itself is the key, with gaps for what it names; a sentence that the catalogue does not
/// have stays as it is.
final class Sentences {
    private static final Pattern GAP = Pattern.compile("\\{([1-9efs])}");
    private static final int DEPTH = 4;

    /// @param template the translation, with the same gaps
    private record Form(Pattern pattern, List<String> gaps, String template) {}

    private final UnaryOperator<String> element;
    private final Map<String, String> whole = new HashMap<>();
    private final List<Form> forms = new ArrayList<>();

    /// @param element how the language names an element that a sentence describes
    Sentences(Locale locale, UnaryOperator<String> element) {
        this.element = element;
        List<String> lines = lines("sentences_" + locale.getLanguage() + ".txt");
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            add(lines.get(i), lines.get(i + 1));
        }
    }

    /// The sentence in this language, or as it is.
    String say(String english) {
        return say(english, DEPTH);
    }

    /// Whether the catalogue has the sentence.
    boolean knows(String english) {
        return whole.containsKey(english)
                || forms.stream()
                        .anyMatch(form -> form.pattern().matcher(english).matches());
    }

    private String say(String english, int depth) {
        String known = whole.get(english);
        if (known != null || depth == 0) {
            return known == null ? english : known;
        }
        for (Form form : forms) {
            Matcher matcher = form.pattern().matcher(english);
            if (matcher.matches()) {
                return fill(form, matcher, depth);
            }
        }
        return english;
    }

    private String fill(Form form, Matcher matcher, int depth) {
        return GAP.matcher(form.template()).replaceAll(gap -> {
            String text = matcher.group(form.gaps().indexOf(gap.group(1)) + 1);
            return Matcher.quoteReplacement(
                    switch (gap.group(1)) {
                        case "e", "f" -> element.apply(text);
                        case "s" -> say(text, depth - 1);
                        default -> text;
                    });
        });
    }

    private void add(String english, String translation) {
        List<String> gaps = new ArrayList<>();
        var pattern = new StringBuilder();
        Matcher gap = GAP.matcher(english);
        int done = 0;
        while (gap.find()) {
            pattern.append(Pattern.quote(english.substring(done, gap.start()))).append("(.*?)");
            gaps.add(gap.group(1));
            done = gap.end();
        }
        if (gaps.isEmpty()) {
            whole.put(english, translation);
        } else {
            pattern.append(Pattern.quote(english.substring(done)));
            forms.add(new Form(Pattern.compile(pattern.toString(), Pattern.DOTALL), List.copyOf(gaps), translation));
        }
    }

    private static List<String> lines(String name) {
        return Optional.ofNullable(Sentences.class.getResourceAsStream(name))
                .map(in -> {
                    try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                        return reader.lines()
                                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                                .toList();
                    } catch (IOException broken) {
                        throw new UncheckedIOException("the program was packed with a broken " + name, broken);
                    }
                })
                .orElse(List.of());
    }
}
