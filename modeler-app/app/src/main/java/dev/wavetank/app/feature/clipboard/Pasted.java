package dev.wavetank.app.feature.clipboard;

import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.edit.command.Excerpt;
import dev.wavetank.core.xml.DocumentException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What the clipboard holds, as far as it can be pasted.
sealed interface Pasted {
    /// Elements, with places for all of them.
    record Elements(Excerpt excerpt, String text) implements Pasted {}

    /// Nothing that can be pasted.
    ///
    /// @param reason the key of a sentence in the message bundle
    record Nothing(String reason) implements Pasted {}

    /// A larger text is no diagram that somebody copied.
    int LONGEST = 40_000_000;

    /// @param layout gives a drawing to what has none
    static Pasted from(SystemClipboard clipboard, UnaryOperator<Diagram> layout) {
        Optional<String> text = clipboard
                .json()
                .flatMap(ClipboardContent::read)
                .map(ClipboardContent::text)
                .or(clipboard::text);
        if (text.isEmpty() || text.get().isBlank()) {
            return new Nothing("clipboard.empty");
        }
        if (text.get().length() > LONGEST) {
            return new Nothing("clipboard.tooLarge");
        }
        return read(text.get(), layout);
    }

    private static Pasted read(String text, UnaryOperator<Diagram> layout) {
        if (!text.stripLeading().startsWith("<")) {
            return new Nothing("clipboard.notBpmn");
        }
        try {
            Diagram diagram = Diagram.read(text.strip().getBytes(StandardCharsets.UTF_8));
            return Excerpt.of(layout.apply(diagram))
                    .<Pasted>map(excerpt -> new Elements(excerpt, text))
                    .orElse(new Nothing("clipboard.notBpmn"));
        } catch (DocumentException damaged) {
            return new Nothing("clipboard.damaged");
        }
    }
}
