package dev.wavetank.app.canvas;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.workbench.AppCommand;
import dev.wavetank.app.workbench.CanvasKeys;
import dev.wavetank.core.bpmn.ElementId;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;

/// The buttons of the context pad. What creates something can also be dragged to its place, and shows what it would
/// do while the pointer rests on it.
final class PadButtons {
    static final double ICON = 24;
    private static final double DRAG_BEGINS = 5;

    /// A button for a command, and what keeps it as the command is.
    record Offered(Node node, Subscription following) {}

    private final CanvasView view;
    private final Messages messages;
    private final CanvasKeys keys;
    private final Interaction interaction;

    PadButtons(CanvasView view, Messages messages, CanvasKeys keys, Interaction interaction) {
        this.view = view;
        this.messages = messages;
        this.keys = keys;
        this.interaction = interaction;
    }

    Button entry(String id, Node icon, Runnable action) {
        return entry(id, messages.text("pad." + id), icon, action);
    }

    private Button entry(String id, String words, Node icon, Runnable action) {
        var button = new Button(null, icon);
        button.setId("pad-" + id);
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setFocusTraversable(false);
        button.setOnAction(_ -> action.run());
        return button;
    }

    Button append(ElementId source, PadEntries.Append append, Node icon) {
        String words = messages.text("pad.append-kind", messages.text(append.words()));
        Button button = entry(append.id(), words, icon, () -> {
            interaction.endPreview();
            interaction.appendAndShow(source, append.kind());
        });
        button.setOnMouseEntered(_ -> interaction.previewAppend(source, append.kind()));
        button.setOnMouseExited(_ -> interaction.endPreview());
        button.focusVisibleProperty().addListener((_, _, focused) -> {
            if (focused) {
                interaction.previewAppend(source, append.kind());
            } else {
                interaction.endPreview();
            }
        });
        draggable(button, () -> {
            interaction.endPreview();
            view.model().toolProperty().set(new Tool.Append(source, append.kind()));
        });
        return button;
    }

    Button connect(ElementId source) {
        Button button = entry("connect", ShapeIcon.CONNECTION.node(), () -> interaction.connectFrom(source));
        draggable(button, () -> interaction.connectFrom(source));
        return button;
    }

    private void draggable(Button button, Runnable began) {
        var drag = new Consumer<MouseEvent>() {
            private double x;
            private double y;
            private boolean dragging;

            @Override
            public void accept(MouseEvent event) {
                if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
                    x = event.getScreenX();
                    y = event.getScreenY();
                } else if (event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
                    if (!dragging && Math.hypot(event.getScreenX() - x, event.getScreenY() - y) > DRAG_BEGINS) {
                        dragging = true;
                        button.disarm();
                        began.run();
                    }
                    if (dragging) {
                        view.draggedFromOutside(event);
                    }
                } else if (dragging) {
                    dragging = false;
                    button.disarm();
                    view.droppedFromOutside(event);
                }
            }
        };
        button.addEventFilter(MouseEvent.MOUSE_PRESSED, drag::accept);
        button.addEventFilter(MouseEvent.MOUSE_DRAGGED, drag::accept);
        button.addEventFilter(MouseEvent.MOUSE_RELEASED, drag::accept);
    }

    void run(String command) {
        keys.command(command).ifPresent(AppCommand::runIfEnabled);
    }

    /// A disabled button hears no mouse, so the pane around it says why it is disabled.
    Offered command(String id) {
        var pane = new StackPane();
        String name = id.replace('.', '-');
        return keys.command(id)
                .map(command -> {
                    String words = messages.text(AppCommand.words(id));
                    String reason = AppCommand.reason(id);
                    var button = new Button(null, command.icon() == null ? null : new FontIcon(command.icon()));
                    button.setId("pad-" + name);
                    button.setFocusTraversable(false);
                    button.setOnAction(_ -> command.runIfEnabled());
                    pane.getChildren().add(button);
                    var tip = new Tooltip(words);
                    Tooltip.install(pane, tip);
                    Subscription following = command.enabled().subscribe(enabled -> {
                        button.setDisable(!enabled);
                        String text = enabled || !messages.has(reason)
                                ? keys.withKey(id, words)
                                : words + ": " + messages.text(reason);
                        tip.setText(text);
                        button.setAccessibleText(text);
                    });
                    return new Offered(pane, following);
                })
                .orElse(new Offered(pane, Subscription.EMPTY));
    }
}
