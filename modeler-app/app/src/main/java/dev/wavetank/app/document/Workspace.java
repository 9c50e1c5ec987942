package dev.wavetank.app.document;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The open documents in the order of their tabs, and the one in front. Belongs to the UI thread.
public final class Workspace {
    private static final int RESTING = 10;

    private final Deque<OpenDocument> resting = new ArrayDeque<>();
    private final ObservableList<OpenDocument> documents = FXCollections.observableArrayList();
    private final ObservableList<OpenDocument> documentsView = FXCollections.unmodifiableObservableList(documents);
    private final ObjectProperty<Optional<OpenDocument>> active = new SimpleObjectProperty<>(Optional.empty());

    public ObservableList<OpenDocument> documents() {
        return documentsView;
    }

    public ObjectProperty<Optional<OpenDocument>> activeProperty() {
        return active;
    }

    /// The document in front, if it is a diagram.
    public Optional<DocumentSession> activeSession() {
        return active.get().filter(DocumentSession.class::isInstance).map(DocumentSession.class::cast);
    }

    public Stream<DocumentSession> sessions() {
        return documents.stream().filter(DocumentSession.class::isInstance).map(DocumentSession.class::cast);
    }

    public Optional<OpenDocument> find(Path file) {
        return documents.stream()
                .filter(document -> document.file().filter(file::equals).isPresent())
                .findFirst();
    }

    /// Adds a tab and brings it to the front.
    public void add(OpenDocument document) {
        documents.add(document);
        active.set(Optional.of(document));
    }

    /// Takes a tab away; its neighbour comes to the front.
    public void remove(OpenDocument document) {
        int index = documents.indexOf(document);
        if (index < 0) {
            return;
        }
        documents.remove(index);
        if (active.get().filter(document::equals).isPresent()) {
            active.set(
                    documents.isEmpty()
                            ? Optional.empty()
                            : Optional.of(documents.get(Math.min(index, documents.size() - 1))));
        }
    }

    /// Takes a tab away and keeps its document for a while, in case it is wanted again.
    void close(OpenDocument document) {
        resting.removeFirstOccurrence(document);
        resting.addFirst(document);
        while (resting.size() > RESTING) {
            resting.removeLast();
        }
        remove(document);
    }

    /// The document that was closed last; it is not kept any longer.
    Optional<OpenDocument> wake() {
        return Optional.ofNullable(resting.pollFirst());
    }

    /// Whether the document is open, or was closed a short while ago.
    public boolean knows(OpenDocument document) {
        return documents.contains(document) || resting.contains(document);
    }

    /// Puts the tabs into another order.
    public void reorder(List<OpenDocument> order) {
        if (!documents.equals(order) && documents.size() == order.size() && documents.containsAll(order)) {
            documents.setAll(order);
        }
    }

    public void replace(OpenDocument old, OpenDocument now) {
        int index = documents.indexOf(old);
        if (index >= 0) {
            documents.set(index, now);
            active.set(Optional.of(now));
        }
    }
}
