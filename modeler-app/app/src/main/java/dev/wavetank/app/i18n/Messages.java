package dev.wavetank.app.i18n;

import dev.wavetank.core.validation.ElementWords;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of the desktop in one language. A missing key is a bug and shows as `!key!`, so that a screen is
/// never empty because of it.
public final class Messages {
    /// `User task "Check"`, `User task 'id'` or `User task`.
    private static final Pattern NAMED = Pattern.compile("(?s)([\\w ]+?)(?: ([\"'])(.*)\\2)?");
    /// `The userTask 'Check' (id)`, as the reader says it.
    private static final Pattern READ = Pattern.compile("(?s)The (\\w+)(?: '(.*)')? \\((\\S+)\\)");

    private final ResourceBundle bundle;
    private final Locale locale;
    private final Sentences sentences;

    /// A language that there is no bundle for reads English, whatever the machine's own language is.
    public Messages(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                "dev.wavetank.app.i18n.messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.sentences = new Sentences(locale, this::described);
    }

    /// The text of `key` with its arguments in `MessageFormat` style (`{0}`, `{1,number}`).
    public String text(String key, Object... arguments) {
        try {
            return new MessageFormat(bundle.getString(key), locale).format(arguments);
        } catch (MissingResourceException missing) {
            return "!" + key + "!";
        }
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /// A kind of element by its BPMN name: `User task` for `userTask`.
    public String kind(String localName) {
        String key = "element." + localName;
        return has(key) ? text(key) : ElementWords.sentence(ElementWords.words(localName));
    }

    /// A sentence that something without a bundle said in English.
    public String sentence(String english) {
        return sentences.say(english);
    }

    /// What went wrong, as a sentence.
    public String failure(Throwable failure) {
        return sentence(failure.getMessage() == null ? failure.toString() : failure.getMessage());
    }

    /// Whether a sentence that something without a bundle says has a translation, if it needs one.
    boolean canSay(String english) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) || sentences.knows(english);
    }

    private String described(String english) {
        Matcher read = READ.matcher(english);
        if (read.matches()) {
            return read.group(2) == null
                    ? text("element.byId", kind(read.group(1)), read.group(3))
                    : text("element.named", kind(read.group(1)), read.group(2));
        }
        Matcher named = NAMED.matcher(english);
        if (!named.matches()) {
            return english;
        }
        String kind = kind(camelCase(named.group(1)));
        return named.group(3) == null ? kind : text("element.named", kind, named.group(3));
    }

    /// `Sequence flow` as `sequenceFlow`; `BPMNShape` stays as it is.
    private static String camelCase(String words) {
        if (words.startsWith("BPMN")) {
            return words;
        }
        String joined = Pattern.compile(" (\\w)")
                .matcher(words)
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
        return Character.toLowerCase(joined.charAt(0)) + joined.substring(1);
    }
}
