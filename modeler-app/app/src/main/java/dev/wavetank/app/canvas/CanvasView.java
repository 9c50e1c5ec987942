package dev.wavetank.app.canvas;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.Excerpt;
import dev.wavetank.core.edit.command.Reconnect.End;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.interaction.Traversal;
import dev.wavetank.core.paint.DiagramPainter;
import dev.wavetank.core.paint.Glyph;
import dev.wavetank.core.paint.GridLines;
import dev.wavetank.core.paint.Outline;
import dev.wavetank.core.paint.Scene;
import dev.wavetank.core.paint.Viewport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The diagram on the screen.
///
/// At the bottom lies the picture of the sheet, in tiles that the painter fills as they come into view; above it a pane
/// of ordinary nodes
/// with what changes while one works: selection, hover, previews, badges. So moving the mouse repaints a few
/// outlines and not the diagram, and the diagram is repainted at most once per frame, in the layout pass, however
/// many changes asked for it.
public final class CanvasView extends Region {
    /// When so many milliseconds pass without another step, zooming has come to rest.
    private static final double REST = 140;

    private final CanvasModel model;
    private final SheetTiles sheet = new SheetTiles(this::paint);
    private final Pane overlay = new Pane();
    private final Region focusRing = new Region();
    private final List<Runnable> layers = new ArrayList<>();
    private boolean stale = true;
    /// What must be painted again, in DI units, if not everything.
    private Optional<Bounds> dirty = Optional.empty();

    private boolean overlayStale = true;
    /// A step of zooming while it runs goes on from the one before.
    private final PauseTransition zooming = new PauseTransition(Duration.millis(REST));
    private boolean inSteps;
    private boolean fitted;
    private final List<Runnable> afterFit = new ArrayList<>();
    private Consumer<ElementId> renamer = _ -> {};
    private Optional<PointerInput> pointer = Optional.empty();
    private Optional<Interaction> interaction = Optional.empty();
    private Optional<ElementMenus> menus = Optional.empty();
    private Optional<ColourMenus> colours = Optional.empty();
    private Optional<AccessibleElements> elements = Optional.empty();
    private Optional<ContextPad> pad = Optional.empty();

    public CanvasView(CanvasModel model, String accessibleName) {
        this.model = model;
        getStyleClass().add("diagram-canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleRoleDescription(accessibleName);
        setAccessibleText(accessibleName);
        overlay.setPickOnBounds(false);
        overlay.setManaged(false);
        focusRing.getStyleClass().add("focus-ring");
        focusRing.setMouseTransparent(true);
        focusRing.setManaged(false);
        focusRing.visibleProperty().bind(focusVisibleProperty());
        getChildren().addAll(sheet.node(), overlay, focusRing);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        model.viewport().onChange(this::refreshOverlay);
        model.viewport().onZoom(this::zoomed);
        zooming.setOnFinished(_ -> rest());
        model.gridProperty().subscribe(_ -> repaint());
        model.sceneProperty().addListener((_, before, now) -> follow(before, now));
    }

    /// After an edit only the part of the picture that it changed is painted again.
    private void follow(Scene before, Scene now) {
        if (!now.follows(before)) {
            repaint();
            return;
        }
        now.changed()
                .ifPresent(part -> dirty = Optional.of(dirty.map(part::union).orElse(part)));
        refreshOverlay();
    }

    /// Paints again in the next frame.
    void repaint() {
        stale = true;
        overlayStale = true;
        requestLayout();
    }

    /// Places the overlay again in the next frame; the diagram stays as it is.
    void refreshOverlay() {
        overlayStale = true;
        requestLayout();
    }

    /// Adds a layer above those there are; `place` is called in each frame in which something moved.
    void addLayer(Node layer, Runnable place) {
        overlay.getChildren().add(layer);
        layers.add(place);
    }

    /// Runs `place` with the layers, for nodes that are not on the overlay.
    void addPlacer(Runnable place) {
        layers.add(place);
    }

    public CanvasModel model() {
        return model;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(1, getWidth());
        double height = Math.max(1, getHeight());
        if (overlay.getWidth() != width || overlay.getHeight() != height) {
            overlay.resize(width, height);
            focusRing.resize(width, height);
            model.viewport().resize(width, height);
            overlayStale = true;
        }
        if (!fitted && getWidth() > 1) {
            fitted = true;
            model.fit();
            afterFit.forEach(Runnable::run);
            afterFit.clear();
        }
        sheet.show(model.viewport(), stale, dirty);
        stale = false;
        dirty = Optional.empty();
        if (overlayStale) {
            overlayStale = false;
            layers.forEach(Runnable::run);
        }
    }

    private void zoomed() {
        inSteps = zooming.getStatus() == Animation.Status.RUNNING;
        zooming.playFromStart();
    }

    private void rest() {
        if (inSteps) {
            inSteps = false;
            repaint();
        }
    }

    /// Whether the scale changes step by step, so that the picture is a plain one until that rests.
    public boolean isZooming() {
        return inSteps;
    }

    private void paint(FxSurface surface, Bounds part, double scale) {
        surface.fill(Outline.box(part.inflate(1)), model.themeProperty().get().canvas());
        if (model.gridProperty().get()) {
            GridLines.paint(surface, part, scale, model.themeProperty().get());
        }
        DiagramPainter.repaint(surface, model.scene(), new Viewport(part, scale, isZooming()));
    }

    @Override
    protected double computePrefWidth(double height) {
        return 600;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 400;
    }

    /// Runs `action` when the canvas has its size and shows what it shows at first.
    public void whenLaidOut(Runnable action) {
        if (fitted) {
            action.run();
        } else {
            afterFit.add(action);
        }
    }

    /// Deletes what is selected; flows through it close again.
    public void deleteSelection() {
        interaction.ifPresent(tools -> tools.key("Delete"));
    }

    /// Opens the label of the one selected element.
    public void renameSelected() {
        selectedOne().ifPresent(renamer);
    }

    public void selectAll() {
        interaction.ifPresent(tools -> model.session().selectionProperty().set(tools.all()));
    }

    /// Carries what is to be pasted under the pointer until a click puts it down.
    public void carry(Excerpt excerpt) {
        interaction.ifPresent(tools -> tools.carry(excerpt));
        pointer.ifPresent(PointerInput::again);
    }

    /// Whether something that is to be pasted is being carried.
    public boolean isCarrying() {
        return interaction.filter(Interaction::isCarrying).isPresent();
    }

    /// Pastes at once, with its middle at that place of the sheet.
    ///
    /// @return false if it cannot stand there
    public boolean paste(Excerpt excerpt, Point center) {
        return interaction.filter(tools -> tools.paste(excerpt, center)).isPresent();
    }

    /// Puts down what is being carried, as a click would.
    void putDown() {
        pointer.ifPresent(PointerInput::putDown);
    }

    /// Moves what is being carried by so many pixels.
    void carryOn(double dx, double dy) {
        pointer.ifPresent(mouse -> mouse.carryOn(dx, dy));
    }

    /// Where the pointer is, if it is over the canvas.
    Optional<Bounds> pointerPlace() {
        return pointer.flatMap(PointerInput::place);
    }

    /// Opens the menu of all that can be created.
    public void createMenu() {
        menus.ifPresent(ElementMenus::create);
    }

    /// Opens the menu of what may follow the one selected element.
    public void appendMenu() {
        selectedOne().ifPresent(id -> menus.ifPresent(offered -> offered.append(id)));
    }

    /// Opens the menu of what the one selected element may become.
    public void replaceMenu() {
        selectedOne().ifPresent(id -> menus.ifPresent(offered -> offered.replace(id)));
    }

    /// Selects a connection out of the selected element, or the next one.
    public void nextFlow() {
        Traversal.nextFlow(
                        model.session().diagram(),
                        model.session().selectionProperty().get())
                .ifPresent(flow -> {
                    model.session().selectionProperty().set(Set.of(flow));
                    model.bounds(flow).ifPresent(model.viewport()::reveal);
                });
    }

    /// Takes one end of the selected connection to another element by keys.
    public void redirect(End end) {
        interaction.ifPresent(tools -> tools.redirect(end));
    }

    /// Opens the palette of colours for what is selected.
    public void colourMenu() {
        colours.ifPresent(ColourMenus::open);
    }

    private Optional<ElementId> selectedOne() {
        Set<ElementId> selection = model.session().selectionProperty().get();
        return selection.size() == 1 ? Optional.of(selection.iterator().next()) : Optional.empty();
    }

    void onMenus(ElementMenus offered, ColourMenus palette) {
        menus = Optional.of(offered);
        colours = Optional.of(palette);
    }

    /// The pad at the selection takes the keyboard, until Escape gives it back.
    public void enterPad() {
        pad.ifPresent(ContextPad::enter);
    }

    void onPad(ContextPad offered) {
        pad = Optional.of(offered);
    }

    void onAccess(AccessibleElements heard) {
        elements = Optional.of(heard);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        Object answer =
                elements.map(heard -> heard.answer(attribute, parameters)).orElse(null);
        return answer == null ? super.queryAccessibleAttribute(attribute, parameters) : answer;
    }

    void onRename(Consumer<ElementId> open) {
        renamer = open;
    }

    void onInput(Interaction tools, PointerInput mouse) {
        interaction = Optional.of(tools);
        pointer = Optional.of(mouse);
    }

    /// A drag that began elsewhere, on the palette, comes over the canvas.
    public void draggedFromOutside(MouseEvent event) {
        pointer.ifPresent(mouse -> mouse.draggedFromOutside(event));
    }

    /// That drag ended.
    public void droppedFromOutside(MouseEvent event) {
        pointer.ifPresent(mouse -> mouse.droppedFromOutside(event));
    }

    /// Where on the screen an element can be clicked: the middle of its shape, or of its line's longest part. What
    /// a scene graph would answer with node ids.
    public Optional<Point2D> screenPoint(ElementId id) {
        return model.scene().body(id).map(glyph -> {
            Point at = glyph.role() == Glyph.Role.EDGE
                    ? Lines.middle(model.waypoints(id))
                    : glyph.bounds().center();
            Point local = model.viewport().toScreen(at);
            return localToScreen(local.x(), local.y());
        });
    }
}
