package dev.wavetank.app.canvas;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.menu.ColourMenu;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.SetColour;
import dev.wavetank.core.geometry.Bounds;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/// The palette of colours of one canvas, beside what is selected.
final class ColourMenus {
    private static final double GAP = 8;

    private final CanvasView view;
    private final CanvasModel model;
    private final ColourMenu menu;

    ColourMenus(CanvasView view, Messages messages) {
        this.view = view;
        this.model = view.model();
        this.menu = new ColourMenu(messages);
        StackPane.setAlignment(menu, Pos.TOP_LEFT);
        view.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> menu.close());
        model.session().selectionProperty().subscribe(_ -> menu.close());
        model.planeProperty().subscribe(_ -> menu.close());
    }

    /// To be put above the canvas.
    Node node() {
        return menu;
    }

    void open() {
        Set<ElementId> selection = model.session().selectionProperty().get();
        selection.stream()
                .flatMap(id -> model.bounds(id).stream())
                .reduce(Bounds::union)
                .map(model.viewport()::toScreen)
                .ifPresent(at -> open(selection, at));
    }

    private void open(Set<ElementId> selection, Bounds at) {
        double width = Math.max(200, menu.prefWidth(-1));
        double height = Math.max(80, menu.prefHeight(-1));
        menu.setTranslateX(Math.round(Math.clamp(at.x(), GAP, Math.max(GAP, view.getWidth() - width - GAP))));
        menu.setTranslateY(
                Math.round(Math.clamp(at.bottom() + GAP, GAP, Math.max(GAP, view.getHeight() - height - GAP))));
        menu.open(colours -> model.session().execute(new SetColour(selection, colours)), view::requestFocus);
    }
}
