package dev.wavetank.app.document;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.xml.DocumentException;
import dev.wavetank.core.xml.XmlDocument;
import dev.wavetank.core.xml.XmlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/// Reads a file into something a tab can show. It never throws: a file that cannot be opened becomes a sentence.
final class DocumentReader {
    /// Files that belong to diagrams and are edited elsewhere.
    private static final List<String> SOURCES = List.of(".dmn", ".form", ".json");

    private final Messages messages;
    private final UnaryOperator<Diagram> layout;

    /// What reading came to.
    sealed interface Outcome {
        Path file();

        /// @param stamp the file's state on disk just before it was read
        record Read(Path file, Content content, Optional<FileStamp> stamp) implements Outcome {}

        /// A text that is shown and not edited.
        record Source(Path file, String text) implements Outcome {}

        record Refused(RefusedFile why) implements Outcome {
            @Override
            public Path file() {
                return why.path();
            }
        }
    }

    /// @param layout gives a diagram a drawing if it has none, and leaves it alone if it has
    DocumentReader(Messages messages, UnaryOperator<Diagram> layout) {
        this.messages = messages;
        this.layout = layout;
    }

    /// Blocks on the disk and on parsing; for a background thread.
    Outcome read(Path file) {
        if (Files.isDirectory(file)) {
            return refused(file, messages.text("document.folder"), messages.text("document.next.folder"));
        }
        if (!Files.exists(file)) {
            return refused(file, messages.text("document.gone"), messages.text("document.next.gone"));
        }
        if (isSource(file)) {
            return source(file);
        }
        try {
            Optional<FileStamp> stamp = FileStamp.of(file);
            return checked(file, Diagram.read(file), stamp);
        } catch (DocumentException refused) {
            return refused(file, refused);
        }
    }

    /// The same for content that is at hand, for example from the journal.
    Outcome read(Path name, byte[] content) {
        try {
            return checked(name, Diagram.read(content), Optional.empty());
        } catch (DocumentException refused) {
            return refused(name, refused);
        }
    }

    /// The text of a file, whatever is wrong with it. Blocks on the disk.
    Outcome source(Path file) {
        try {
            return new Outcome.Source(file, PlainText.read(file));
        } catch (IOException failure) {
            return refused(file, messages.sentence(DiskTrouble.reason(failure)), messages.text("document.next.disk"));
        }
    }

    private static boolean isSource(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return SOURCES.stream().anyMatch(name::endsWith);
    }

    private Outcome refused(Path file, DocumentException refusal) {
        boolean isText = refusal.code() != DocumentException.Code.IO;
        String next = refusal.line().isPresent()
                ? messages.text("document.next.line", refusal.line().getAsInt())
                : messages.text(isText ? "document.next.text" : "document.next.disk");
        return new Outcome.Refused(new RefusedFile(file, messages.failure(refusal), next, refusal.line(), isText));
    }

    private static Outcome refused(Path file, String sentence, String next) {
        return new Outcome.Refused(new RefusedFile(file, sentence, next, OptionalInt.empty(), false));
    }

    /// What was read, as the next version of what is open, so that all that is the same stays.
    XmlDocument next(DocumentSession open, Content read) {
        try {
            return new XmlReader()
                    .retype(open.diagram().document(), read.asRead().document().text());
        } catch (DocumentException readable) {
            throw new IllegalStateException("what was read just now cannot be read again", readable);
        }
    }

    private Outcome checked(Path file, Diagram diagram, Optional<FileStamp> stamp) {
        if (diagram.definitions().isEmpty()) {
            String root = diagram.document().root().name().qualified();
            return new Outcome.Refused(new RefusedFile(
                    file,
                    messages.text("document.notBpmn", root),
                    messages.text("document.next.notBpmn"),
                    OptionalInt.empty(),
                    true));
        }
        return new Outcome.Read(file, new Content(diagram, layout.apply(diagram)), stamp);
    }
}
