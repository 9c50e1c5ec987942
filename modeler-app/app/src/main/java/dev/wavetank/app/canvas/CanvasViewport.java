package dev.wavetank.app.canvas;

import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/// Which part of the plane the canvas shows: a point of the plane at the canvas's top left corner, and pixels per
/// unit.
///
/// Screen points are pixels from the canvas's top left corner; plane points are DI units.
public final class CanvasViewport {
    public static final double MIN_SCALE = 0.05;
    public static final double MAX_SCALE = 4;
    /// What stays free around what is shown, in pixels.
    private static final double MARGIN = 40;
    /// One notch of the wheel: ten of them go from 20 % to 400 %, as users know it.
    public static final double STEP = Math.pow(20, 1.0 / 10);

    private final ReadOnlyDoubleWrapper scale = new ReadOnlyDoubleWrapper(1);
    private double originX;
    private double originY;
    private double restX;
    private double restY;
    private double width;
    private double height;
    private Runnable changed = () -> {};
    private Runnable zoomed = () -> {};

    void onChange(Runnable listener) {
        changed = listener;
    }

    /// Told before the others when somebody zooms, which goes in steps; not when another part is shown at once.
    void onZoom(Runnable listener) {
        zoomed = listener;
    }

    void resize(double newWidth, double newHeight) {
        width = newWidth;
        height = newHeight;
    }

    public double scale() {
        return scale.get();
    }

    public ReadOnlyDoubleProperty scaleProperty() {
        return scale.getReadOnlyProperty();
    }

    public Point toPlane(double screenX, double screenY) {
        return new Point(originX + screenX / scale(), originY + screenY / scale());
    }

    public Point toScreen(Point plane) {
        return new Point((plane.x() - originX) * scale(), (plane.y() - originY) * scale());
    }

    public Bounds toScreen(Bounds plane) {
        return new Bounds(
                (plane.x() - originX) * scale(),
                (plane.y() - originY) * scale(),
                plane.width() * scale(),
                plane.height() * scale());
    }

    public Bounds toPlane(Bounds screen) {
        Point corner = toPlane(screen.x(), screen.y());
        return new Bounds(corner.x(), corner.y(), screen.width() / scale(), screen.height() / scale());
    }

    /// What is seen now, in plane units.
    public Bounds visible() {
        return new Bounds(originX, originY, width / scale(), height / scale());
    }

    /// Moves the picture by screen pixels, whole ones, so that it can be moved instead of painted; what is over comes
    /// with the next time.
    public void pan(double dx, double dy) {
        double wholeX = Math.rint(dx + restX);
        double wholeY = Math.rint(dy + restY);
        restX += dx - wholeX;
        restY += dy - wholeY;
        originX -= wholeX / scale();
        originY -= wholeY / scale();
        changed.run();
    }

    /// Zooms so that the plane point under `screen` stays there.
    public void zoomTo(double newScale, double screenX, double screenY) {
        Point fixed = toPlane(screenX, screenY);
        double clamped = Math.clamp(newScale, MIN_SCALE, MAX_SCALE);
        originX = fixed.x() - screenX / clamped;
        originY = fixed.y() - screenY / clamped;
        scale.set(clamped);
        zoomed.run();
        changed.run();
    }

    public void zoomTo(double newScale) {
        zoomTo(newScale, width / 2, height / 2);
    }

    /// Shows all of `content`, never larger than 100 %, with a margin around it.
    public void fit(Bounds content) {
        double fitting = Math.min(
                (width - 2 * MARGIN) / Math.max(1, content.width()),
                (height - 2 * MARGIN) / Math.max(1, content.height()));
        scale.set(Math.clamp(fitting, MIN_SCALE, 1));
        centre(content.center());
    }

    public void centre(Point plane) {
        originX = plane.x() - width / scale() / 2;
        originY = plane.y() - height / scale() / 2;
        changed.run();
    }

    /// Shows the sheet's origin at the top left, with a margin.
    public void showOrigin() {
        originX = -MARGIN / scale();
        originY = -MARGIN / scale();
        changed.run();
    }

    /// Centres `target` unless it can be seen already; zooms in where it would be too small to recognise.
    public void reveal(Bounds target) {
        if (scale() < 0.4) {
            scale.set(0.8);
            centre(target.center());
        } else if (!visible().inflate(-20 / scale()).contains(target)) {
            centre(target.center());
        }
    }

    boolean sized() {
        return width > 0 && height > 0;
    }
}
