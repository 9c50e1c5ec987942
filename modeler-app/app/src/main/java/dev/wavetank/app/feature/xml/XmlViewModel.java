package dev.wavetank.app.feature.xml;

import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.app.document.Workspace;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.ui.LatestWork;
import dev.wavetank.app.ui.Tasks;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.xml.DocumentException;
import dev.wavetank.core.xml.XmlDocument;
import dev.wavetank.core.xml.XmlReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.util.Subscription;

/// The text of the document in front, both ways: what is drawn changes the text, and a text that is typed becomes,
/// when it is valid, one step of the diagram's history. A text that is not valid stays as typed, with a sentence
/// that says where it went wrong, and the diagram stays as it was.
///
/// Reading and comparing happen in the background; both sides are told the smallest change.
public final class XmlViewModel {
    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final Duration SOON = Duration.ofMillis(60);

    private final Workspace workspace;
    private final Messages messages;
    private final LatestWork reading;
    private final LatestWork taking;
    private final Map<DocumentSession, TypedDocument> texts = new HashMap<>();
    private final Map<DocumentSession, Problem> problems = new HashMap<>();
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<DocumentSession> shown = Optional.empty();
    private Subscription watched = Subscription.EMPTY;
    private Consumer<TextChange> screen = _ -> {};
    private Consumer<String> whole = _ -> {};
    private boolean seen;
    private boolean adopting;

    /// Why what was typed is not in the diagram.
    ///
    /// @param line from 1; 0 if none can be named
    public record Problem(int line, String sentence) {}

    public XmlViewModel(Workspace workspace, Messages messages, Tasks tasks) {
        this.workspace = workspace;
        this.messages = messages;
        this.reading = new LatestWork(tasks, messages.text("xml.job"), SOON);
        this.taking = new LatestWork(tasks, messages.text("xml.job.take"), PAUSE);
        workspace.activeProperty().subscribe(_ -> follow());
        workspace.documents().addListener((ListChangeListener<Object>) _ -> {
            texts.keySet().removeIf(session -> !workspace.documents().contains(session));
            problems.keySet().retainAll(texts.keySet());
        });
    }

    /// @param screen makes a change of the text on the screen
    /// @param whole  puts another text there
    void show(Consumer<TextChange> screen, Consumer<String> whole) {
        this.screen = screen;
        this.whole = whole;
    }

    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// The document whose text is on the screen.
    Optional<DocumentSession> session() {
        return shown;
    }

    Optional<TypedDocument> text() {
        return shown.map(texts::get);
    }

    /// Says whether anybody sees the text; nothing is read for nobody.
    public void seen(boolean inFront) {
        seen = inFront;
        if (inFront) {
            follow();
        } else {
            settle();
        }
    }

    private void follow() {
        settle();
        Optional<DocumentSession> session = seen ? workspace.activeSession() : Optional.empty();
        if (session.equals(shown)) {
            return;
        }
        watched.unsubscribe();
        reading.cancel();
        shown = session;
        tell();
        if (session.isEmpty()) {
            whole.accept("");
            return;
        }
        DocumentSession now = session.get();
        now.onSettle(() -> take(now));
        TypedDocument known = texts.get(now);
        if (known != null) {
            whole.accept(known.text());
        }
        watched = now.diagramProperty().subscribe(diagram -> read(now, diagram));
    }

    private void read(DocumentSession session, Diagram diagram) {
        TypedDocument before = texts.get(session);
        if (adopting || before != null && before.document() == diagram.document()) {
            return;
        }
        reading.request(
                _ -> {
                    TypedDocument now = TypedDocument.of(diagram);
                    return new Read(
                            now,
                            before == null
                                    ? Optional.empty()
                                    : Optional.of(TextChange.between(
                                            before.lines().shown(), now.lines().shown())));
                },
                read -> showRead(session, read),
                failure -> fail(session, 0, messages.failure(failure)));
    }

    /// @param change what became of the text that was shown; empty if none was
    private record Read(TypedDocument text, Optional<TextChange> change) {}

    private void showRead(DocumentSession session, Read read) {
        Optional<TextChange> typed = Optional.ofNullable(texts.get(session)).flatMap(TypedDocument::typed);
        if (read.change().isEmpty()) {
            texts.put(session, read.text());
            whole.accept(read.text().text());
            return;
        }
        TextChange drawn = read.change().get();
        if (typed.isEmpty()) {
            texts.put(session, read.text());
            screen.accept(drawn);
        } else if (typed.get().isApartFrom(drawn)) {
            screen.accept(drawn.after(typed.get()));
            texts.put(session, read.text().with(typed.get().after(drawn)));
            takeLater(session);
        } else {
            taking.cancel();
            texts.put(session, read.text());
            whole.accept(read.text().text());
            fail(session, 0, messages.text("xml.overtaken"));
        }
    }

    /// Somebody typed: `removed` characters at `position` gave way to `inserted` ones.
    void typed(int position, int removed, int inserted, TextChange.Reader area) {
        DocumentSession session = shown.orElse(null);
        TypedDocument text = session == null ? null : texts.get(session);
        if (session == null || text == null) {
            return;
        }
        TextChange change = text.typed()
                .map(earlier -> earlier.then(position, removed, inserted, area))
                .orElseGet(
                        () -> new TextChange(position, position + removed, area.text(position, position + inserted)));
        texts.put(session, text.with(change));
        takeLater(session);
    }

    private void takeLater(DocumentSession session) {
        TypedDocument text = texts.get(session);
        if (text == null || text.typed().isEmpty()) {
            taking.cancel();
            problems.remove(session);
            tell();
            return;
        }
        taking.request(_ -> parsed(text), next -> adopt(session, text, next), failure -> refuse(session, failure));
    }

    /// What was typed as the next version of the document.
    private record Parsed(XmlDocument document, LineEnds lines) {}

    private Parsed parsed(TypedDocument text) throws DocumentException {
        TextChange change = text.typed().orElseThrow();
        LineEnds lines = text.lines().with(change.from(), change.to(), change.text());
        XmlDocument next = new XmlReader().retype(text.document(), lines.original());
        if (!next.root().name().is(Namespaces.BPMN, "definitions")) {
            throw new DocumentException(
                    DocumentException.Code.NOT_XML,
                    messages.text("document.notBpmn", next.root().name().qualified()));
        }
        return new Parsed(next, lines);
    }

    private void adopt(DocumentSession session, TypedDocument from, Parsed next) {
        if (session.diagram().document() != from.document()) {
            return; // it was drawn in meanwhile: what is typed is read again with that
        }
        problems.remove(session);
        adopting = true;
        try {
            session.adopt(next.document());
        } finally {
            adopting = false;
        }
        texts.put(session, new TypedDocument(session.diagram(), next.lines(), Optional.empty()));
        tell();
    }

    private void refuse(DocumentSession session, Exception failure) {
        int line = failure instanceof DocumentException refusal ? refusal.line().orElse(0) : 0;
        fail(session, line, messages.failure(failure));
    }

    private void fail(DocumentSession session, int line, String sentence) {
        problems.put(session, new Problem(line, sentence));
        tell();
    }

    private void tell() {
        problem.set(shown.map(problems::get));
    }

    /// Takes at once what was typed last, before it is saved or left.
    private void settle() {
        shown.ifPresent(this::take);
    }

    /// @return false if what is typed is not valid
    private boolean take(DocumentSession session) {
        TypedDocument text = texts.get(session);
        if (text == null || text.typed().isEmpty()) {
            return true;
        }
        taking.cancel();
        if (session.diagram().document() != text.document()) {
            return false;
        }
        try {
            adopt(session, text, parsed(text));
            return true;
        } catch (DocumentException invalid) {
            refuse(session, invalid);
            return false;
        }
    }

    /// Takes back what is typed and not in the diagram yet; else the last step of the history.
    void undo() {
        shown.ifPresent(session -> {
            TypedDocument text = texts.get(session);
            if (text == null || text.typed().isEmpty()) {
                session.undo();
                return;
            }
            taking.cancel();
            TextChange change = text.typed().get();
            texts.put(session, new TypedDocument(text.diagram(), text.lines(), Optional.empty()));
            problems.remove(session);
            screen.accept(new TextChange(
                    change.from(), change.end(), text.lines().shown().substring(change.from(), change.to())));
            tell();
        });
    }

    void redo() {
        if (text().flatMap(TypedDocument::typed).isEmpty()) {
            shown.ifPresent(DocumentSession::redo);
        }
    }
}
