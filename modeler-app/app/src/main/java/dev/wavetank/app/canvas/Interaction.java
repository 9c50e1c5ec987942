package dev.wavetank.app.canvas;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.Excerpt;
import dev.wavetank.core.edit.command.NodeKind;
import dev.wavetank.core.edit.command.Reconnect.End;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.interaction.InteractionState;
import dev.wavetank.core.interaction.KeyStroke;
import dev.wavetank.core.interaction.Modifier;
import dev.wavetank.core.interaction.Picker;
import dev.wavetank.core.interaction.Pointer;
import dev.wavetank.core.interaction.PointerEvent;
import dev.wavetank.core.interaction.ToolHost;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Joins the tools, which know no window, to the canvas: their selection is the document's, their state is what
/// the overlay shows. There is one tool host per sheet; going to another sheet makes a new one.
final class Interaction {
    private final CanvasModel model;
    private final Consumer<ElementId> rename;
    private ToolHost host;
    private boolean telling;

    /// @param rename opens the label of an element
    Interaction(CanvasModel model, Consumer<ElementId> rename) {
        this.model = model;
        this.rename = rename;
        this.host = newHost();
        model.planeProperty().addListener((_, _, _) -> {
            host.close();
            host = newHost();
        });
        model.viewport().scaleProperty().subscribe(scale -> host.setScale(scale.doubleValue()));
        model.session().selectionProperty().subscribe(selection -> {
            if (!telling && !selection.equals(host.state().selection())) {
                host.select(selection);
            }
        });
        model.snapProperty().subscribe(snaps -> host.setGrid(snaps));
        model.toolProperty().addListener((_, _, tool) -> use(tool));
    }

    private ToolHost newHost() {
        var made = new ToolHost(
                model.session().editor(),
                model.planeProperty().get(),
                (dx, dy) -> model.viewport()
                        .pan(
                                dx * model.viewport().scale(),
                                dy * model.viewport().scale()),
                this::show);
        made.setScale(model.viewport().scale());
        made.setGrid(model.snapProperty().get());
        return made;
    }

    private void show(InteractionState state) {
        telling = true;
        try {
            model.session().selectionProperty().set(state.selection());
            model.hoveredProperty().set(state.hover());
            model.interactionProperty().set(Optional.of(state));
        } finally {
            telling = false;
        }
        state.editLabel().ifPresent(id -> {
            host.labelEditHandled();
            rename.accept(id);
        });
    }

    private void use(Tool tool) {
        switch (tool) {
            case Tool.Select _ -> host.useSelect();
            case Tool.Hand _ -> host.useHand();
            case Tool.Lasso _ -> host.useLasso();
            case Tool.Connect _ -> host.useConnect();
            case Tool.Space _ -> host.useSpace();
            case Tool.Create(NodeKind kind) -> host.create(kind);
            case Tool.Append(ElementId source, NodeKind kind) -> host.appendTo(source, kind);
        }
    }

    void pressed(PointerEvent event) {
        Optional<ElementId> hit = host.picker().at(event.point(), 1).map(Picker.Hit::element);
        if (event.clicks() == 2 && hit.filter(model::drillDown).isPresent()) {
            return;
        }
        host.pressed(event);
    }

    void moved(PointerEvent event) {
        host.moved(event);
    }

    /// A gesture that is over gives the tool back: the palette shows that the pointer selects again.
    void released(PointerEvent event) {
        host.released(event);
        if (host.state().pointer() == Pointer.DEFAULT) {
            model.toolProperty().set(Tool.SELECT);
        }
    }

    /// A gesture that a key ended gives the tool back as well.
    void key(String key, Modifier... held) {
        host.key(KeyStroke.of(key, held));
        if (host.state().pointer() == Pointer.DEFAULT) {
            model.toolProperty().set(Tool.SELECT);
        }
    }

    /// Whether a connection is being drawn, or led elsewhere.
    boolean isLinking() {
        return host.isLinking();
    }

    /// Whether it is its source that is being looked for.
    boolean isSeekingSource() {
        return host.isSeekingSource();
    }

    /// Takes one end of the selected connection to another element by keys.
    void redirect(End end) {
        model.toolProperty().set(Tool.SELECT);
        host.redirect(end);
    }

    /// Gives up a gesture or a tool; without one, the selection.
    void escape() {
        host.key(KeyStroke.of("Escape"));
        model.toolProperty().set(Tool.SELECT);
    }

    void connectFrom(ElementId source) {
        host.connectFrom(source);
    }

    /// Shows what appending would do.
    void previewAppend(ElementId source, NodeKind kind) {
        host.previewAppend(source, kind);
    }

    void endPreview() {
        host.endPreview();
    }

    void append(ElementId source, NodeKind kind) {
        host.append(source, kind);
    }

    /// Appends and shows what came, whose label is being edited by then.
    void appendAndShow(ElementId source, NodeKind kind) {
        append(source, kind);
        model.session().selectionProperty().get().stream()
                .flatMap(created -> model.bounds(created).stream())
                .forEach(model.viewport()::reveal);
    }

    /// Carries what is to be pasted until a click puts it down.
    void carry(Excerpt excerpt) {
        model.toolProperty().set(Tool.SELECT);
        host.carry(excerpt);
    }

    boolean isCarrying() {
        return host.isCarrying();
    }

    /// Pastes at once.
    ///
    /// @return false if it cannot stand there
    boolean paste(Excerpt excerpt, Point center) {
        model.toolProperty().set(Tool.SELECT);
        return host.paste(excerpt, center);
    }

    /// Everything on the sheet.
    Set<ElementId> all() {
        return host.picker().all();
    }
}
