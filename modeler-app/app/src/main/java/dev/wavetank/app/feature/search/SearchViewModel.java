package dev.wavetank.app.feature.search;

import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.app.document.Workspace;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// One search in the diagram in front: what is typed finds elements, going through them shows each, and the end
/// either selects one or puts the picture back as it was.
public final class SearchViewModel {
    private final Workspace workspace;
    private final Supplier<Optional<SearchedCanvas>> canvas;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final StringProperty sought = new SimpleStringProperty("");
    private final IntegerProperty at = new SimpleIntegerProperty(-1);
    private final ObservableList<Match> matches = FXCollections.observableArrayList();
    private final ObservableList<Match> matchesView = FXCollections.unmodifiableObservableList(matches);
    private Runnable putBack = () -> {};

    public SearchViewModel(Workspace workspace, Supplier<Optional<SearchedCanvas>> canvas) {
        this.workspace = workspace;
        this.canvas = canvas;
        sought.addListener((_, _, _) -> find());
        workspace.activeProperty().addListener((_, _, _) -> open.set(false));
    }

    /// Begins a search, or a new one.
    public void begin() {
        if (workspace.activeSession().isEmpty()) {
            return;
        }
        if (!open.get()) {
            putBack = canvas.get().map(SearchedCanvas::remember).orElse(() -> {});
        }
        sought.set("");
        find();
        open.set(true);
    }

    private void find() {
        at.set(-1);
        matches.setAll(workspace
                .activeSession()
                .map(DocumentSession::diagram)
                .map(diagram -> ElementSearch.find(diagram, sought.get()))
                .orElse(java.util.List.of()));
        if (!matches.isEmpty()) {
            show(0);
        } else if (open.get()) {
            putBack.run();
        }
    }

    /// Goes on by `steps`, round at the ends.
    public void move(int steps) {
        if (!matches.isEmpty()) {
            show(Math.floorMod(at.get() + steps, matches.size()));
        }
    }

    /// Shows the match at `index` in the middle of the canvas.
    public void show(int index) {
        if (index < 0 || index >= matches.size()) {
            return;
        }
        at.set(index);
        canvas.get().ifPresent(shown -> shown.centre(matches.get(index).element()));
    }

    /// Selects the match that is shown and ends the search.
    public void choose() {
        if (at.get() >= 0) {
            Match match = matches.get(at.get());
            workspace
                    .activeSession()
                    .ifPresent(session -> session.selectionProperty().set(Set.of(match.element())));
            end();
        }
    }

    /// Ends the search and shows what was seen before it.
    public void giveUp() {
        putBack.run();
        end();
    }

    private void end() {
        open.set(false);
        putBack = () -> {};
        canvas.get().ifPresent(SearchedCanvas::focus);
    }

    public ReadOnlyBooleanProperty openProperty() {
        return open;
    }

    public StringProperty soughtProperty() {
        return sought;
    }

    /// Best first.
    public ObservableList<Match> matches() {
        return matchesView;
    }

    /// Which match is shown, -1 if there is none.
    public IntegerProperty atProperty() {
        return at;
    }
}
