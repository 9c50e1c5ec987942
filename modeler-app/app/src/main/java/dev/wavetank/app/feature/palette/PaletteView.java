package dev.wavetank.app.feature.palette;

import dev.wavetank.app.canvas.CanvasView;
import dev.wavetank.app.canvas.Canvases;
import dev.wavetank.app.canvas.KindIcons;
import dev.wavetank.app.canvas.ShapeIcon;
import dev.wavetank.app.canvas.Tool;
import dev.wavetank.app.document.Workspace;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.workbench.AppCommand;
import dev.wavetank.app.workbench.CanvasKeys;
import dev.wavetank.core.catalogue.Entry;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The strip at the left: tools, then what can be created. A click picks a thing up and the next click puts it
/// down; it can also be dragged to its place.
public final class PaletteView extends VBox {
    private static final int COLUMNS = 2;
    private static final double ICON = 28;

    private final Messages messages;
    private final Canvases canvases;
    private final CanvasKeys keys;
    private final KindIcons icons;
    private Subscription tool = Subscription.EMPTY;

    public PaletteView(Messages messages, Canvases canvases, Workspace workspace, CanvasKeys keys, KindIcons icons) {
        this.messages = messages;
        this.canvases = canvases;
        this.keys = keys;
        this.icons = icons;
        getStyleClass().add("palette");
        setId("palette");
        getChildren().add(group(PaletteEntry.TOOLS, Optional.empty()));
        for (List<PaletteEntry> entries : PaletteEntry.ELEMENTS) {
            boolean last = entries.equals(PaletteEntry.ELEMENTS.getLast());
            getChildren().addAll(new Separator(), group(entries, last ? Optional.of(more()) : Optional.empty()));
        }
        setDisable(true);
        workspace.activeProperty().subscribe(_ -> follow());
    }

    private TilePane group(List<PaletteEntry> entries, Optional<Node> last) {
        var tiles = new TilePane();
        tiles.setPrefColumns(COLUMNS);
        tiles.setMinWidth(Region.USE_PREF_SIZE);
        tiles.getStyleClass().add("palette-group");
        entries.forEach(entry -> tiles.getChildren().add(button(entry)));
        last.ifPresent(tiles.getChildren()::add);
        return tiles;
    }

    private void follow() {
        tool.unsubscribe();
        setDisable(canvases.active().isEmpty());
        tool = canvases.active()
                .map(canvas -> canvas.model().toolProperty().subscribe(this::show))
                .orElse(Subscription.EMPTY);
    }

    private void show(Tool active) {
        lookupAll(".toggle-button").forEach(node -> {
            if (node instanceof ToggleButton button) {
                button.setSelected(active.equals(button.getUserData()));
            }
        });
    }

    private ToggleButton button(PaletteEntry entry) {
        var button = new ToggleButton(null, picture(entry));
        button.setId("palette-" + entry.id());
        String words = words(entry);
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        if (entry.kind().filter(Entry::unsafe).isPresent()) {
            button.getStyleClass().add("unsafe");
        }
        button.setUserData(entry.tool());
        button.setOnMousePressed(_ -> pick(entry));
        button.setOnAction(_ -> {
            pick(entry);
            canvases.active().ifPresent(Node::requestFocus); // Enter puts it down
        });
        button.setOnMouseDragged(event -> canvases.active().ifPresent(canvas -> canvas.draggedFromOutside(event)));
        button.setOnMouseReleased(event -> canvases.active()
                .filter(_ -> entry.kind().isPresent())
                .ifPresent(canvas -> canvas.droppedFromOutside(event)));
        return button;
    }

    private Node picture(PaletteEntry entry) {
        return entry.kind()
                .map(kind -> icons.lasting(kind.kind(), ICON))
                .orElseGet(() -> entry.sign().orElse(ShapeIcon.ARROW).node());
    }

    private String words(PaletteEntry entry) {
        if (entry.kind().isEmpty()) {
            String command = "tool." + entry.id();
            return keys.withKey(command, messages.text(AppCommand.words(command)));
        }
        Entry kind = entry.kind().get();
        String words = messages.text("palette.create", messages.text(kind.nameKey()));
        return kind.unsafe() ? words + "\n" + messages.text("catalogue.unsafe") : words;
    }

    private Button more() {
        var more = new Button(null, ShapeIcon.MORE.node());
        more.setId("palette-more");
        String words = keys.withKey("edit.create", messages.text("palette.more"));
        more.setAccessibleText(words);
        more.setTooltip(new Tooltip(words));
        more.setOnAction(_ -> canvases.active().ifPresent(CanvasView::createMenu));
        return more;
    }

    private void pick(PaletteEntry entry) {
        canvases.active().map(CanvasView::model).ifPresent(model -> {
            model.toolProperty().set(entry.tool());
            show(model.toolProperty().get());
        });
    }
}
