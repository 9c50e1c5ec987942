package dev.wavetank.app.canvas;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.menu.LastUsed;
import dev.wavetank.app.workbench.CanvasKeys;
import dev.wavetank.app.workbench.LayoutModel;
import dev.wavetank.core.edit.command.RenameElement;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;

/// Puts a canvas together: its layers in order, its inputs, what floats above it.
public final class CanvasAssembly {
    private final Messages messages;
    private final CanvasKeys keys;
    private final LayoutModel layout;
    private final LastUsed lastUsed;
    private final KindIcons icons;

    public CanvasAssembly(Messages messages, CanvasKeys keys, LayoutModel layout, LastUsed lastUsed, KindIcons icons) {
        this.messages = messages;
        this.keys = keys;
        this.layout = layout;
        this.lastUsed = lastUsed;
        this.icons = icons;
    }

    public DiagramView assemble(CanvasModel model) {
        var view = new CanvasView(model, messages.text("canvas.name"));
        model.gridProperty().bind(layout.gridProperty());
        model.snapProperty().bind(layout.snapProperty());
        model.jumpsProperty().bind(layout.jumpsProperty());
        new SelectionLayer(view);
        new BadgeLayer(view, messages);
        new PreviewLayer(view);
        new HandleLayer(view);
        var labels = new LabelEditor(
                view,
                messages.text("canvas.label"),
                (id, text) -> model.session().execute(new RenameElement(id, text)));
        var interaction = new Interaction(model, labels::open);
        var menus = new ElementMenus(view, messages, interaction, lastUsed, icons);
        var colours = new ColourMenus(view, messages);
        new LooseEnds(view, messages, menus);
        var pad = new ContextPad(view, messages, keys, interaction, menus, icons, labels);
        new WheelInput(view);
        var speech = new ElementSpeech(messages, model.session());
        new KeyInput(view, messages, keys, interaction, speech);
        view.onAccess(new AccessibleElements(view, speech));
        view.onPad(pad);
        view.onRename(labels::open);
        view.onMenus(menus, colours);
        view.onInput(interaction, new PointerInput(view, interaction));
        var minimap = new Minimap(view, messages.text("canvas.minimap"));
        minimap.visibleProperty().bind(layout.minimapProperty());
        StackPane.setAlignment(minimap, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(minimap, new Insets(12));
        return new DiagramView(messages, view, minimap, menus.node(), colours.node());
    }
}
