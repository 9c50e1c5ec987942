package dev.wavetank.app.feature.tour;

import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.app.document.Workspace;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/// Where the tour is. It watches the document in front and goes on by itself when what it asked for was done.
public final class TourViewModel {
    private final Workspace workspace;
    private final ObservableValue<Boolean> clusterSeen;
    private final Runnable over;
    private final ReadOnlyObjectWrapper<Optional<TourStep>> step = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Subscription watched = Subscription.EMPTY;
    private Subscription document = Subscription.EMPTY;

    /// @param clusterSeen whether the cluster's panel is in front
    /// @param over        runs when the tour is at its end or was given up
    public TourViewModel(Workspace workspace, ObservableValue<Boolean> clusterSeen, Runnable over) {
        this.workspace = workspace;
        this.clusterSeen = clusterSeen;
        this.over = over;
    }

    /// What is asked for now; empty while there is no tour.
    public ReadOnlyObjectProperty<Optional<TourStep>> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /// Begins with the first step, also in the middle of a tour.
    public void start() {
        stop();
        step.set(Optional.of(TourStep.CREATE));
        watched = workspace.activeProperty().subscribe(_ -> follow()).and(clusterSeen.subscribe(_ -> goOn()));
    }

    /// Ends the tour, finished or not.
    public void end() {
        stop();
        over.run();
        step.set(Optional.empty());
    }

    private void stop() {
        watched.unsubscribe();
        document.unsubscribe();
    }

    private void follow() {
        document.unsubscribe();
        document = workspace.activeSession().map(this::watch).orElse(Subscription.EMPTY);
    }

    private Subscription watch(DocumentSession session) {
        return session.diagramProperty()
                .subscribe(_ -> goOn())
                .and(session.dirtyProperty().subscribe(_ -> goOn()));
    }

    private void goOn() {
        Optional<TourStep> now = step.get();
        while (now.filter(asked -> asked.isDone(workspace.activeSession(), clusterSeen.getValue()))
                .isPresent()) {
            now = now.map(asked -> TourStep.values()[asked.ordinal() + 1]);
        }
        step.set(now);
    }
}
