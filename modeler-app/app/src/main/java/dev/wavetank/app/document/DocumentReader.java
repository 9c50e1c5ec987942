package dev.wavetank.app.document;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.xml.DocumentException;
import dev.wavetank.core.xml.XmlDocument;
import dev.wavetank.core.xml.XmlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Reads a file into something a tab can show. It never throws: a file that cannot be opened becomes a sentence.
final class DocumentReader {
    private final Messages messages;
    private final UnaryOperator<Diagram> layout;

    /// What reading came to.
    sealed interface Outcome {
        Path file();

        /// @param stamp the file's state on disk just before it was read
        record Read(Path file, Content content, Optional<FileStamp> stamp) implements Outcome {}

        record Refused(Path file, String sentence) implements Outcome {}
    }

    /// @param layout gives a diagram a drawing if it has none, and leaves it alone if it has
    DocumentReader(Messages messages, UnaryOperator<Diagram> layout) {
        this.messages = messages;
        this.layout = layout;
    }

    /// Blocks on the disk and on parsing; for a background thread.
    Outcome read(Path file) {
        if (Files.isDirectory(file)) {
            return new Outcome.Refused(file, messages.text("document.folder"));
        }
        if (!Files.exists(file)) {
            return new Outcome.Refused(file, messages.text("document.gone"));
        }
        try {
            Optional<FileStamp> stamp = FileStamp.of(file);
            return checked(file, Diagram.read(file), stamp);
        } catch (DocumentException refused) {
            return new Outcome.Refused(file, messages.failure(refused));
        }
    }

    /// The same for content that is at hand, for example from the journal.
    Outcome read(Path name, byte[] content) {
        try {
            return checked(name, Diagram.read(content), Optional.empty());
        } catch (DocumentException refused) {
            return new Outcome.Refused(name, messages.failure(refused));
        }
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
            return new Outcome.Refused(file, messages.text("document.notBpmn", root));
        }
        return new Outcome.Read(file, new Content(diagram, layout.apply(diagram)), stamp);
    }
}
