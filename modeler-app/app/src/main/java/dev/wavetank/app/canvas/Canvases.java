package dev.wavetank.app.canvas;

import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.app.document.Workspace;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.interaction.InteractionState;
import dev.wavetank.core.paint.Theme;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;

/// The views of all open diagrams, made when first asked for and dropped when their document is not
/// kept any longer.
public final class Canvases {
    private final Workspace workspace;
    private final Function<CanvasModel, DiagramView> factory;
    private final Map<DocumentSession, DiagramView> views = new HashMap<>();
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);

    public Canvases(Workspace workspace, Function<CanvasModel, DiagramView> factory) {
        this.workspace = workspace;
        this.factory = factory;
        theme.addListener((_, _, now) -> views.values()
                .forEach(view -> view.canvas().model().themeProperty().set(now)));
        workspace.documents().addListener((ListChangeListener<Object>)
                _ -> views.keySet().removeIf(session -> !workspace.knows(session)));
    }

    public DiagramView of(DocumentSession session) {
        return views.computeIfAbsent(session, _ -> factory.apply(new CanvasModel(session, theme.get())));
    }

    /// The canvas in front.
    public Optional<CanvasView> active() {
        return workspace.activeSession().map(session -> of(session).canvas());
    }

    /// What the tab in front shows around its canvas.
    public Optional<DiagramView> activeView() {
        return workspace.activeSession().map(this::of);
    }

    /// Why what is being tried on the canvas in front is not allowed; empty if it is.
    public ObservableValue<String> hint() {
        return workspace
                .activeProperty()
                .flatMap(_ -> active().map(CanvasView::model)
                        .map(model -> model.interactionProperty()
                                .map(state ->
                                        state.flatMap(InteractionState::reason).orElse("")))
                        .orElse(new SimpleStringProperty("")));
    }

    public void reveal(DocumentSession session, ElementId element) {
        of(session).canvas().model().reveal(element);
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }
}
