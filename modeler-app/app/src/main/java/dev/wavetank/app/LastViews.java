package dev.wavetank.app;

import dev.wavetank.app.canvas.CanvasModel;
import dev.wavetank.app.canvas.CanvasView;
import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.app.document.Workspace;
import dev.wavetank.app.workbench.Settings;
import dev.wavetank.core.geometry.Point;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;

/// How each file was looked at last: a file that is opened again shows the same place at the same zoom.
final class LastViews {
    /// So many files are remembered; the longest unseen is forgotten first.
    private static final int MOST = 60;

    private final Workspace workspace;
    private final LinkedHashMap<String, Settings.LastView> views = new LinkedHashMap<>();
    private final Map<DocumentSession, CanvasView> open = new HashMap<>();

    LastViews(Workspace workspace, Map<String, Settings.LastView> remembered) {
        this.workspace = workspace;
        views.putAll(remembered);
        workspace.documents().addListener((ListChangeListener<Object>) _ -> closed());
    }

    /// Shows the canvas as it was left, and remembers how this one leaves it.
    void follow(DocumentSession session, CanvasView canvas) {
        CanvasModel model = canvas.model();
        open.put(session, canvas);
        session.file()
                .map(file -> views.get(file.toString()))
                .ifPresent(last -> canvas.whenLaidOut(() -> {
                    if (last.plane() < session.diagram().planes().size()) {
                        model.planeProperty().set(last.plane());
                    }
                    model.viewport().zoomTo(last.scale());
                    model.viewport().centre(new Point(last.x(), last.y()));
                }));
    }

    private void closed() {
        List.copyOf(open.keySet()).stream()
                .filter(session -> !workspace.documents().contains(session))
                .forEach(session -> keep(session, open.remove(session)));
    }

    /// A tab that never came to the front was not looked at.
    private void keep(DocumentSession session, CanvasView canvas) {
        CanvasModel model = canvas.model();
        session.file().filter(_ -> canvas.getWidth() > 1).ifPresent(file -> {
            Point middle = model.viewport().visible().center();
            var view = new Settings.LastView(
                    model.planeProperty().get(),
                    middle.x(),
                    middle.y(),
                    model.viewport().scale());
            views.remove(file.toString());
            views.put(file.toString(), view);
            if (views.size() > MOST) {
                views.pollFirstEntry();
            }
        });
    }

    /// With the files that are open now.
    Map<String, Settings.LastView> now() {
        open.forEach(this::keep);
        return new LinkedHashMap<>(views);
    }
}
