package dev.wavetank.app.feature.palette;

import dev.wavetank.app.canvas.CanvasView;
import dev.wavetank.app.canvas.Canvases;
import dev.wavetank.app.canvas.Tool;
import dev.wavetank.app.document.Workspace;
import dev.wavetank.app.i18n.Messages;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The strip at the left: tools, then what can be created. A click picks a thing up and the next click puts it
/// down; it can also be dragged to its place.
public final class PaletteView extends VBox {
    private final Messages messages;
    private final Canvases canvases;
    private Subscription tool = Subscription.EMPTY;

    public PaletteView(Messages messages, Canvases canvases, Workspace workspace) {
        this.messages = messages;
        this.canvases = canvases;
        getStyleClass().add("palette");
        setId("palette");
        for (PaletteEntry entry : PaletteEntry.ALL) {
            if (entry.beginsGroup()) {
                getChildren().add(new Separator());
            }
            getChildren().add(button(entry));
        }
        setDisable(true);
        workspace.activeProperty().subscribe(_ -> follow());
    }

    private void follow() {
        tool.unsubscribe();
        setDisable(canvases.active().isEmpty());
        tool = canvases.active()
                .map(canvas -> canvas.model().toolProperty().subscribe(this::show))
                .orElse(Subscription.EMPTY);
    }

    private void show(Tool active) {
        getChildren().forEach(node -> {
            if (node instanceof ToggleButton button) {
                button.setSelected(active.equals(button.getUserData()));
            }
        });
    }

    private ToggleButton button(PaletteEntry entry) {
        var button = new ToggleButton(null, entry.icon().node());
        button.setId("palette-" + entry.id());
        String words = messages.text(entry.words());
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setUserData(entry.tool());
        button.setOnMousePressed(_ -> pick(entry));
        button.setOnAction(_ -> pick(entry));
        button.setOnMouseDragged(event -> canvases.active().ifPresent(canvas -> canvas.draggedFromOutside(event)));
        button.setOnMouseReleased(event -> canvases.active()
                .filter(_ -> entry.tool() instanceof Tool.Create)
                .ifPresent(canvas -> canvas.droppedFromOutside(event)));
        return button;
    }

    private void pick(PaletteEntry entry) {
        canvases.active().map(CanvasView::model).ifPresent(model -> {
            model.toolProperty().set(entry.tool());
            show(model.toolProperty().get());
        });
    }
}
