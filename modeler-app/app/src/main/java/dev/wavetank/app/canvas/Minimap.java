package dev.wavetank.app.canvas;

import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.paint.DiagramPainter;
import dev.wavetank.core.paint.Outline;
import dev.wavetank.core.paint.Viewport;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

/// The whole plane in small, with a frame around what the canvas shows; dragging the frame moves the view. It
/// fades away while the canvas shows everything anyway.
final class Minimap extends Region {
    private static final double WIDTH = 200;
    private static final double HEIGHT = 130;
    private static final double MARGIN = 8;
    /// Below this scale nothing is left of shapes; the ground they stand on is tinted.
    private static final double FINEST = 0.01;
    /// How much larger than the minimap a canvas is that has room for it.
    private static final double ROOM = 2;

    private final CanvasView view;
    private final CanvasModel model;
    private final Canvas picture = new Canvas(WIDTH - 2, HEIGHT - 2);
    private final Rectangle frame = new Rectangle();
    private final FxSurface surface;
    private Bounds content = new Bounds(0, 0, 1, 1);
    /// The small picture follows when the editing pauses: painting all of a large diagram with each edit would cost
    /// more than the edit.
    private final PauseTransition calm = new PauseTransition(Duration.millis(250));
    private boolean stale = true;
    /// What must be painted again, in DI units, if not everything.
    private Optional<Bounds> dirty = Optional.empty();

    Minimap(CanvasView view, String accessibleName) {
        this.view = view;
        this.model = view.model();
        this.surface = new FxSurface(picture.getGraphicsContext2D(), new FxFonts());
        getStyleClass().add("minimap");
        setId("minimap");
        setAccessibleText(accessibleName);
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        frame.getStyleClass().add("view-frame");
        frame.setMouseTransparent(true);
        picture.relocate(1, 1);
        getChildren().addAll(picture, frame);
        var clip = new Rectangle(1, 1, WIDTH - 2, HEIGHT - 2);
        frame.setClip(clip);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::go);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::go);
        addEventHandler(ScrollEvent.SCROLL, this::zoom);
        calm.setOnFinished(_ -> {
            stale = true;
            view.refreshOverlay();
        });
        model.sceneProperty().addListener((_, _, _) -> calm.playFromStart());
        view.addPlacer(this::place);
        visibleProperty().addListener((_, _, _) -> view.refreshOverlay());
    }

    private void place() {
        if (!isVisible()) {
            return;
        }
        if (stale || dirty.isPresent()) {
            Bounds all = model.scene().bounds().orElse(new Bounds(0, 0, 1, 1));
            if (stale || !all.equals(content)) {
                content = all;
                paint(new Bounds(0, 0, WIDTH, HEIGHT));
            } else {
                dirty.map(part -> part.inflate(DiagramPainter.SLACK))
                        .flatMap(part -> FxSurface.whole(onMap(part), new Bounds(0, 0, WIDTH, HEIGHT)))
                        .ifPresent(this::paint);
            }
            stale = false;
            dirty = Optional.empty();
        }
        Bounds visible = model.viewport().visible();
        boolean useful =
                !visible.contains(content) && view.getWidth() > ROOM * WIDTH && view.getHeight() > ROOM * HEIGHT;
        setOpacity(useful ? 1 : 0);
        setMouseTransparent(!useful);
        frame.setX(left() + (visible.x() - content.x()) * scale());
        frame.setY(top() + (visible.y() - content.y()) * scale());
        frame.setWidth(visible.width() * scale());
        frame.setHeight(visible.height() * scale());
    }

    private double scale() {
        return Math.min(
                (WIDTH - 2 * MARGIN) / Math.max(1, content.width()),
                (HEIGHT - 2 * MARGIN) / Math.max(1, content.height()));
    }

    /// Where the drawing begins: it stands in the middle.
    private double left() {
        return (WIDTH - content.width() * scale()) / 2;
    }

    private double top() {
        return (HEIGHT - content.height() * scale()) / 2;
    }

    private Bounds onMap(Bounds part) {
        return new Bounds(
                left() + (part.x() - content.x()) * scale(),
                top() + (part.y() - content.y()) * scale(),
                part.width() * scale(),
                part.height() * scale());
    }

    private void paint(Bounds box) {
        surface.save();
        surface.clip(Outline.box(box));
        surface.fill(Outline.box(box), model.themeProperty().get().canvas());
        surface.translate(left(), top());
        surface.scale(scale());
        surface.translate(-content.x(), -content.y());
        if (scale() < FINEST) {
            surface.fill(Outline.box(content), model.themeProperty().get().grid());
        }
        var part = new Bounds(
                content.x() + (box.x() - left()) / scale(),
                content.y() + (box.y() - top()) / scale(),
                box.width() / scale(),
                box.height() / scale());
        DiagramPainter.repaint(surface, model.scene(), new Viewport(part, Math.min(scale(), 0.2)));
        surface.restore();
    }

    private void go(MouseEvent event) {
        model.viewport()
                .centre(new Point(
                        content.x() + (event.getX() - left()) / scale(),
                        content.y() + (event.getY() - top()) / scale()));
        event.consume();
    }

    private void zoom(ScrollEvent event) {
        double factor = event.getDeltaY() > 0 ? CanvasViewport.STEP : 1 / CanvasViewport.STEP;
        model.viewport().zoomTo(model.viewport().scale() * factor);
        event.consume();
    }
}
