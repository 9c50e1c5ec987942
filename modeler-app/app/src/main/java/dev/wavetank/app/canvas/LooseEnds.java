package dev.wavetank.app.canvas;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.geometry.Bounds;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/// A plus at the right of an element after which nothing comes, while the pointer is over it: it opens the menu of
/// what may follow.
final class LooseEnds {
    private static final double SIZE = 20;

    private final CanvasModel model;
    private final Button plus = new Button(null, new FontIcon(Material2AL.ADD));
    private Optional<ElementId> end = Optional.empty();

    LooseEnds(CanvasView view, Messages messages, ElementMenus menus) {
        this.model = view.model();
        plus.setId("loose-end");
        plus.getStyleClass().add("loose-end");
        plus.setManaged(false);
        plus.setFocusTraversable(false);
        plus.setAccessibleText(messages.text("pad.append"));
        plus.setTooltip(new Tooltip(messages.text("pad.append")));
        plus.resize(SIZE, SIZE);
        plus.addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        plus.setOnAction(_ -> end.ifPresent(id -> {
            model.session().selectionProperty().set(Set.of(id));
            menus.append(id);
        }));
        view.addLayer(plus, this::place);
        model.hoveredProperty().subscribe(_ -> view.refreshOverlay());
    }

    private void place() {
        end = model.hoveredProperty()
                .get()
                .filter(_ -> model.toolProperty().get().equals(Tool.SELECT) && !model.isGesturing())
                .filter(id -> !model.session().selectionProperty().get().contains(id))
                .filter(id -> model.session()
                        .diagram()
                        .element(id)
                        .filter(element -> PadEntries.isLooseEnd(model.session().diagram(), element))
                        .isPresent());
        Optional<Bounds> at = end.flatMap(model::bounds).map(model.viewport()::toScreen);
        plus.setVisible(at.isPresent());
        at.ifPresent(box -> plus.relocate(
                Math.round(box.right() - overlap(box)), Math.round(box.center().y() - SIZE / 2)));
    }

    /// So that the pointer reaches it without leaving the shape, and a small shape can still be clicked itself.
    private static double overlap(Bounds shape) {
        return Math.min(SIZE / 2, shape.width() / 6);
    }
}
