package dev.wavetank.app.canvas;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Point2D;
import javafx.util.Duration;

/// Moves the sheet while something is dragged at the border of the canvas, for as long as the pointer stays there.
final class EdgeScroll {
    /// How near to the border it begins, in pixels.
    private static final double EDGE = 20;
    /// How far it goes at once, in pixels.
    private static final double STEP = 10;

    private static final Duration PAUSE = Duration.millis(15);

    private final CanvasModel model;
    private final Runnable moved;
    private final Timeline clock = new Timeline(new KeyFrame(PAUSE, _ -> go()));
    private Point2D step = Point2D.ZERO;

    /// @param moved told after each step, so that what is dragged stays under the pointer
    EdgeScroll(CanvasModel model, Runnable moved) {
        this.model = model;
        this.moved = moved;
        clock.setCycleCount(Timeline.INDEFINITE);
    }

    /// How far the sheet goes when the pointer is at a place of a canvas of that size.
    static Point2D step(double x, double y, double width, double height) {
        return new Point2D(
                x < EDGE ? STEP : x > width - EDGE ? -STEP : 0, y < EDGE ? STEP : y > height - EDGE ? -STEP : 0);
    }

    /// The pointer is there, dragging.
    void at(double x, double y, double width, double height) {
        step = model.isGesturing() ? step(x, y, width, height) : Point2D.ZERO;
        if (step.equals(Point2D.ZERO)) {
            clock.stop();
        } else {
            clock.play();
        }
    }

    void stop() {
        clock.stop();
    }

    private void go() {
        if (!model.isGesturing()) {
            clock.stop();
            return;
        }
        model.viewport().pan(step.getX(), step.getY());
        moved.run();
    }
}
