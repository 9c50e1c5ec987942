package dev.wavetank.app;

import dev.wavetank.app.canvas.CanvasModel;
import dev.wavetank.app.canvas.CanvasView;
import dev.wavetank.app.canvas.Canvases;
import dev.wavetank.app.document.Dialogs;
import dev.wavetank.app.document.DocumentFiles;
import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.app.document.OpenDocument;
import dev.wavetank.app.document.RefusedFile;
import dev.wavetank.app.document.SourceFile;
import dev.wavetank.app.document.Workspace;
import dev.wavetank.app.feature.project.ProjectViewModel;
import dev.wavetank.app.feature.project.ProjectViewModel.Target;
import dev.wavetank.app.feature.project.Reference;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.geometry.Point;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Goes from diagram to diagram, from an element to the process, decision or form that it refers to, and back again
/// to where one was.
final class Navigator {
    private static final int MOST = 100;

    private final Workspace workspace;
    private final DocumentFiles files;
    private final Canvases canvases;
    private final ProjectViewModel project;
    private final Dialogs dialogs;
    private final Messages messages;
    private final Deque<Place> back = new ArrayDeque<>();
    private final Deque<Place> forward = new ArrayDeque<>();
    private final BooleanProperty canBack = new SimpleBooleanProperty();
    private final BooleanProperty canForward = new SimpleBooleanProperty();

    /// What was seen of which document.
    private record Place(DocumentSession session, int plane, double scale, Point centre) {}

    Navigator(
            Workspace workspace,
            DocumentFiles files,
            Canvases canvases,
            ProjectViewModel project,
            Dialogs dialogs,
            Messages messages) {
        this.workspace = workspace;
        this.files = files;
        this.canvases = canvases;
        this.project = project;
        this.dialogs = dialogs;
        this.messages = messages;
    }

    ObservableBooleanValue canGoBack() {
        return canBack;
    }

    ObservableBooleanValue canGoForward() {
        return canForward;
    }

    void back() {
        go(back, forward);
    }

    void forward() {
        go(forward, back);
    }

    private void go(Deque<Place> from, Deque<Place> to) {
        Place place = from.pollFirst();
        here().ifPresent(to::push);
        if (place != null) {
            CanvasView view = canvases.of(place.session()).canvas();
            if (workspace.documents().contains(place.session())) {
                workspace.activeProperty().set(Optional.of(place.session()));
                show(view.model(), place);
            } else {
                place.session().file().ifPresent(file -> files.open(file, _ -> {}));
            }
        }
        tell();
    }

    private static void show(CanvasModel model, Place place) {
        model.planeProperty().set(place.plane());
        model.viewport().zoomTo(place.scale());
        model.viewport().centre(place.centre());
    }

    private Optional<Place> here() {
        return workspace.activeSession().map(session -> {
            CanvasModel model = canvases.of(session).canvas().model();
            return new Place(
                    session,
                    model.planeProperty().get(),
                    model.viewport().scale(),
                    model.viewport().visible().center());
        });
    }

    /// Remembers where one is, to come back to.
    private void leave() {
        here().ifPresent(back::push);
        while (back.size() > MOST) {
            back.removeLast();
        }
        forward.clear();
        tell();
    }

    private void tell() {
        canBack.set(!back.isEmpty());
        canForward.set(!forward.isEmpty());
    }

    /// Opens a file.
    void open(Path file) {
        leave();
        files.open(file, _ -> {});
    }

    /// Opens a file and shows an element of it.
    void show(Path file, String element) {
        leave();
        files.open(file, document -> select(document, element));
    }

    private void select(OpenDocument document, String element) {
        switch (document) {
            case DocumentSession session -> select(session, element);
            case SourceFile source -> source.seek(element);
            case RefusedFile _ -> {}
        }
    }

    private void select(DocumentSession session, String element) {
        var id = new ElementId(element);
        session.selectionProperty().set(session.diagram().element(id).isPresent() ? Set.of(id) : Set.of());
        CanvasView view = canvases.of(session).canvas();
        view.whenLaidOut(() -> canvases.reveal(session, id));
    }

    /// Goes from the selected element to what it refers to.
    void openCalled() {
        workspace
                .activeSession()
                .ifPresent(session -> session.selectionProperty().get().stream()
                        .flatMap(id -> session.diagram().element(id).stream())
                        .flatMap(element -> Reference.of(element).stream())
                        .findFirst()
                        .ifPresentOrElse(
                                reference -> open(session, reference),
                                () -> dialogs.error(messages.text("call.select"))));
    }

    private void open(DocumentSession session, Reference reference) {
        String words = switch (reference.kind()) {
            case PROCESS -> "call.process.";
            case DECISION -> "call.decision.";
            case FORM -> "call.form.";
        };
        String key = reference.key();
        if (key.isEmpty() || reference.isDynamic()) {
            dialogs.error(messages.text(words + (key.isEmpty() ? "unset" : "dynamic"), key));
            return;
        }
        List<Target> targets = project.targets(reference);
        Optional<Target> here = targets.stream()
                .filter(target -> target.session().filter(session::equals).isPresent())
                .findFirst();
        if (here.isPresent() || targets.size() == 1) {
            goTo(here.orElseGet(targets::getFirst));
        } else if (targets.isEmpty()) {
            boolean open = project.rootProperty().get().isPresent();
            dialogs.error(messages.text(words + (open ? "none" : "noProject"), key));
        } else {
            OptionalInt chosen = dialogs.choose(
                    messages.text(words + "several", key),
                    targets.stream().map(this::name).toList());
            chosen.ifPresent(index -> goTo(targets.get(index)));
        }
    }

    private String name(Target target) {
        return target.file()
                .map(project::relative)
                .orElseGet(() -> target.session().map(DocumentSession::name).orElse(target.id()));
    }

    private void goTo(Target target) {
        leave();
        target.session()
                .ifPresentOrElse(
                        session -> {
                            workspace.activeProperty().set(Optional.of(session));
                            select(session, first(session, target.id()));
                        },
                        () -> target.file().ifPresent(file -> files.open(file, document -> arrive(document, target))));
    }

    private void arrive(OpenDocument document, Target target) {
        select(document, document instanceof DocumentSession session ? first(session, target.id()) : target.id());
    }

    /// What is drawn of a process: its pool, or else one of its elements.
    private static String first(DocumentSession session, String process) {
        var id = new ElementId(process);
        return session.diagram().elements().stream()
                .filter(element -> element.process().filter(id::equals).isPresent())
                .findFirst()
                .or(() -> session.diagram().children(id).stream()
                        .filter(element -> session.diagram().shape(element.id()).isPresent())
                        .findFirst())
                .map(element -> element.id().value())
                .orElse(process);
    }

    /// Ctrl and a click on an element goes to what it refers to.
    void follow(DocumentSession session, CanvasView view) {
        var followed = new Object() {
            boolean pressed;
        };
        view.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            Optional<Reference> reference = event.isShortcutDown()
                            && event.getButton() == MouseButton.PRIMARY
                            && event.getTarget() == view // and not over a button that floats above it
                    ? view.model()
                            .hoveredProperty()
                            .get()
                            .flatMap(session.diagram()::element)
                            .flatMap(Reference::of)
                            .filter(it -> it.kind() == Reference.Kind.PROCESS
                                    || !it.key().isEmpty())
                    : Optional.empty();
            followed.pressed = reference.isPresent();
            reference.ifPresent(there -> {
                event.consume();
                open(session, there);
            });
        });
        view.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (followed.pressed) {
                event.consume();
            }
        });
    }
}
