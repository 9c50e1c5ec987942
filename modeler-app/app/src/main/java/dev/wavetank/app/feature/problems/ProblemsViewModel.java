package dev.wavetank.app.feature.problems;

import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.app.document.Workspace;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.ui.LatestWork;
import dev.wavetank.app.ui.Tasks;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.validation.Finding;
import dev.wavetank.core.validation.Severity;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/// The findings of the active document, gravest first. Every change of a document is validated in the background:
/// the newest wins, and typing does not start a run for each key.
public final class ProblemsViewModel {
    private static final Duration CALM = Duration.ofMillis(300);
    private static final Comparator<Finding> GRAVEST_FIRST =
            Comparator.comparing(Finding::severity).thenComparing(Finding::code);

    private final BiFunction<Diagram, BooleanSupplier, List<Finding>> validator;
    private final BiConsumer<DocumentSession, ElementId> reveal;
    private final Workspace workspace;
    private final LatestWork validation;
    private final ObservableList<Finding> findings = FXCollections.observableArrayList();
    private final ObservableList<Finding> findingsView = FXCollections.unmodifiableObservableList(findings);
    private final ReadOnlyIntegerWrapper errors = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper warnings = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NO_DIAGRAM);
    private final Set<DocumentSession> checked = Collections.newSetFromMap(new WeakHashMap<>());
    private Subscription watched = Subscription.EMPTY;

    /// What an empty table means.
    public enum State {
        NO_DIAGRAM,
        /// The diagram in front is checked for the first time.
        CHECKING,
        CHECKED
    }

    /// @param validator finds everything wrong with a diagram; runs on a background thread and may give up when
    /// cancelled
    /// @param reveal    brings an element of a document into view
    public ProblemsViewModel(
            Workspace workspace,
            Tasks tasks,
            Messages messages,
            BiFunction<Diagram, BooleanSupplier, List<Finding>> validator,
            BiConsumer<DocumentSession, ElementId> reveal) {
        this.workspace = workspace;
        this.validator = validator;
        this.reveal = reveal;
        this.validation = new LatestWork(tasks, messages.text("problems.job"), CALM);
        workspace.activeProperty().subscribe(_ -> follow());
    }

    private void follow() {
        watched.unsubscribe();
        Optional<DocumentSession> session = workspace.activeSession();
        if (session.isEmpty()) {
            watched = Subscription.EMPTY;
            validation.cancel();
            show(List.of());
            state.set(State.NO_DIAGRAM);
            return;
        }
        state.set(checked.contains(session.get()) ? State.CHECKED : State.CHECKING);
        watched = session.get()
                .findingsProperty()
                .subscribe(this::show)
                .and(session.get().diagramProperty().subscribe(diagram -> validate(session.get(), diagram)));
    }

    private void validate(DocumentSession session, Diagram diagram) {
        validation.request(
                progress -> validator.apply(diagram, progress::cancelled),
                found -> take(session, found),
                failure -> take(
                        session,
                        List.of(Finding.of(
                                "validation/failed", Severity.WARNING, String.valueOf(failure.getMessage())))));
    }

    private void take(DocumentSession session, List<Finding> found) {
        checked.add(session);
        session.checked(found);
        if (workspace.activeSession().filter(session::equals).isPresent()) {
            state.set(State.CHECKED);
        }
    }

    private void show(List<Finding> found) {
        findings.setAll(found.stream().sorted(GRAVEST_FIRST).toList());
        errors.set(count(Severity.ERROR));
        warnings.set(count(Severity.WARNING));
    }

    private int count(Severity severity) {
        return (int) findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /// Selects the element of a finding and brings it into view.
    public void go(Finding finding) {
        Optional<DocumentSession> session = workspace.activeSession();
        if (session.isPresent() && finding.element().isPresent()) {
            ElementId element = finding.element().get();
            session.get().selectionProperty().set(Set.of(element));
            reveal.accept(session.get(), element);
        }
    }

    /// What to call the element of a finding: its name, else its id.
    public String elementName(Finding finding) {
        return finding.element()
                .map(id -> workspace
                        .activeSession()
                        .flatMap(session -> session.diagram().label(id))
                        .filter(name -> !name.isBlank())
                        .orElse(id.isSynthetic() ? "" : id.value()))
                .orElse("");
    }

    public ObservableList<Finding> findings() {
        return findingsView;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty errorsProperty() {
        return errors.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty warningsProperty() {
        return warnings.getReadOnlyProperty();
    }
}
