package dev.wavetank.app;

import dev.wavetank.app.canvas.CanvasModel;
import dev.wavetank.app.canvas.CanvasView;
import dev.wavetank.app.feature.search.SearchedCanvas;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.geometry.Point;

/// The canvas as the search sees it.
record CanvasSearch(CanvasView view) implements SearchedCanvas {
    @Override
    public void centre(ElementId element) {
        CanvasModel model = view.model();
        model.reveal(element);
        model.bounds(element).ifPresent(bounds -> model.viewport().centre(bounds.center()));
    }

    @Override
    public Runnable remember() {
        CanvasModel model = view.model();
        int plane = model.planeProperty().get();
        double scale = model.viewport().scale();
        Point middle = model.viewport().visible().center();
        return () -> {
            model.planeProperty().set(plane);
            model.viewport().zoomTo(scale);
            model.viewport().centre(middle);
        };
    }

    @Override
    public void focus() {
        view.requestFocus();
    }
}
