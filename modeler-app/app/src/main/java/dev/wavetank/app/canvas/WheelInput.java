package dev.wavetank.app.canvas;

import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/// The wheel scrolls, with Shift sideways, with Ctrl it zooms around the mouse; a touch pad's pinch zooms too.
final class WheelInput {
    private final CanvasViewport viewport;

    WheelInput(CanvasView view) {
        this.viewport = view.model().viewport();
        view.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        view.addEventHandler(ZoomEvent.ZOOM, this::pinch);
    }

    private void scroll(ScrollEvent event) {
        if (event.isShortcutDown()) {
            double notches = event.getDeltaY() / Math.max(1, Math.abs(event.getMultiplierY()));
            viewport.zoomTo(viewport.scale() * Math.pow(CanvasViewport.STEP, notches), event.getX(), event.getY());
        } else if (event.isShiftDown() && event.getDeltaX() == 0) {
            viewport.pan(event.getDeltaY(), 0);
        } else {
            viewport.pan(event.getDeltaX(), event.getDeltaY());
        }
        event.consume();
    }

    private void pinch(ZoomEvent event) {
        viewport.zoomTo(viewport.scale() * event.getZoomFactor(), event.getX(), event.getY());
        event.consume();
    }
}
