package dev.wavetank.app.canvas;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.workbench.CanvasKeys;
import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.validation.ElementWords;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The canvas by keyboard: Tab goes along the flows, arrows move what is selected or else the sheet, Escape gives
/// up a gesture, the space bar holds the hand; the key map has the rest. What is selected is also what a screen
/// reader says.
final class KeyInput {
    private static final double SHEET_STEP = 50;

    private final CanvasView view;
    private final CanvasModel model;
    private final Messages messages;
    private final CanvasKeys keys;
    private final Interaction interaction;

    KeyInput(CanvasView view, Messages messages, CanvasKeys keys, Interaction interaction) {
        this.view = view;
        this.model = view.model();
        this.messages = messages;
        this.keys = keys;
        this.interaction = interaction;
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        view.addEventHandler(KeyEvent.KEY_RELEASED, event -> {
            if (event.getCode() == KeyCode.SPACE) {
                model.toolProperty().set(Tool.SELECT);
            }
        });
        model.session().selectionProperty().subscribe(_ -> describe());
    }

    private void pressed(KeyEvent event) {
        boolean used = switch (event.getCode()) {
            case ESCAPE -> escape();
            case SPACE -> {
                model.toolProperty().set(Tool.HAND);
                yield true;
            }
            case ENTER -> enter();
            case TAB -> !event.isShortcutDown() && traverse(event.isShiftDown());
            case LEFT -> arrow(event, "ArrowLeft", -1, 0);
            case RIGHT -> arrow(event, "ArrowRight", 1, 0);
            case UP -> arrow(event, "ArrowUp", 0, -1);
            case DOWN -> arrow(event, "ArrowDown", 0, 1);
            default -> command(event);
        };
        if (used) {
            event.consume();
        }
    }

    private boolean command(KeyEvent event) {
        var command = keys.commandFor(event);
        command.ifPresent(found -> found.runIfEnabled());
        return command.isPresent();
    }

    private boolean escape() {
        interaction.escape();
        return true;
    }

    /// Puts down what is being carried: where the pointer is, else in the middle of what can be seen.
    private boolean enter() {
        boolean carried = switch (model.toolProperty().get()) {
            case Tool.Create _, Tool.Append _ -> true;
            default -> interaction.isCarrying();
        };
        if (carried) {
            view.putDown();
        }
        return carried;
    }

    private boolean traverse(boolean backwards) {
        Optional<ElementId> next = model.currentPlane()
                .flatMap(plane -> Traversal.next(
                        model.session().diagram(),
                        plane,
                        model.session().selectionProperty().get(),
                        backwards));
        next.ifPresent(id -> {
            model.session().selectionProperty().set(Set.of(id));
            model.bounds(id).ifPresent(model.viewport()::reveal);
        });
        return next.isPresent();
    }

    private boolean arrow(KeyEvent event, String name, int x, int y) {
        if (event.isAltDown()) {
            return false; // back and forward
        }
        Set<ElementId> selection = model.session().selectionProperty().get();
        if (selection.isEmpty() || event.isShortcutDown()) {
            double step = event.isShiftDown() ? 4 * SHEET_STEP : SHEET_STEP;
            model.viewport().pan(-x * step, -y * step);
        } else {
            interaction.key(name, event.isShiftDown());
        }
        return true;
    }

    private void describe() {
        Set<ElementId> selection = model.session().selectionProperty().get();
        Optional<BpmnElement> one = selection.size() == 1
                ? model.session().diagram().element(selection.iterator().next())
                : Optional.empty();
        view.setAccessibleText(one.map(element -> messages.text(
                        "canvas.element",
                        ElementWords.words(element.type().localName()),
                        model.session().diagram().label(element.id()).orElse("")))
                .orElse(messages.text(
                        "canvas.nothing",
                        model.currentPlane().map(plane -> plane.shapes().size()).orElse(0))));
    }
}
