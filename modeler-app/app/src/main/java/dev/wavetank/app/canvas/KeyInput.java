package dev.wavetank.app.canvas;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.workbench.CanvasKeys;
import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.interaction.Modifier;
import dev.wavetank.core.interaction.Traversal;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The canvas by keyboard: Tab goes along the flows, arrows move what is carried, or what is selected (with Alt and
/// Shift they resize it), or else the sheet; while a connection is drawn or led elsewhere Tab and arrows go through
/// what it may lead to and Enter draws it. Escape gives up a gesture, the space bar holds the hand; the key map has the
/// rest. What is selected is also what a screen reader says.
final class KeyInput {
    private static final double SHEET_STEP = 50;
    private static final double CARRY_STEP = 10;

    private final CanvasView view;
    private final CanvasModel model;
    private final Messages messages;
    private final CanvasKeys keys;
    private final Interaction interaction;
    /// The key of a command that is held down.
    private Optional<KeyCode> held = Optional.empty();
    private final ElementSpeech speech;

    KeyInput(CanvasView view, Messages messages, CanvasKeys keys, Interaction interaction, ElementSpeech speech) {
        this.view = view;
        this.model = view.model();
        this.messages = messages;
        this.keys = keys;
        this.interaction = interaction;
        this.speech = speech;
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        view.focusedProperty().addListener((_, _, _) -> held = Optional.empty());
        view.addEventHandler(KeyEvent.KEY_RELEASED, event -> {
            held = Optional.empty();
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

    /// A key that is held down repeats itself; a tool would be taken and put back all the while.
    private boolean command(KeyEvent event) {
        var command = keys.commandFor(event);
        boolean repeats = held.equals(Optional.of(event.getCode()));
        held = Optional.of(event.getCode());
        command.filter(_ -> !repeats).ifPresent(found -> found.runIfEnabled());
        return command.isPresent();
    }

    private boolean escape() {
        interaction.escape();
        return true;
    }

    /// Puts down what is being carried: where the pointer is, else in the middle of what can be seen.
    private boolean enter() {
        if (isCarrying()) {
            view.putDown();
            return true;
        }
        boolean linking = interaction.isLinking();
        interaction.key("Enter");
        return linking;
    }

    private boolean isCarrying() {
        return switch (model.toolProperty().get()) {
            case Tool.Create _, Tool.Append _ -> true;
            default -> interaction.isCarrying();
        };
    }

    private boolean traverse(boolean backwards) {
        if (interaction.isLinking()) {
            interaction.key("Tab", backwards ? new Modifier[] {Modifier.SHIFT} : new Modifier[0]);
            model.hoveredProperty().get().ifPresent(this::aimAt);
            return true;
        }
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

    /// What a connection that is drawn by key would lead to, or come from.
    private void aimAt(ElementId target) {
        String words = interaction.isSeekingSource() ? "canvas.aimSource" : "canvas.aim";
        model.bounds(target).ifPresent(model.viewport()::reveal);
        model.session()
                .diagram()
                .element(target)
                .ifPresent(element -> view.setAccessibleText(messages.text(words, speech.of(element))));
    }

    private boolean arrow(KeyEvent event, String name, int x, int y) {
        if (event.isAltDown() && event.isShiftDown()) {
            interaction.key(name, Modifier.ALT, Modifier.SHIFT);
            return false; // the menu bar must hear that Alt was not pressed for itself
        }
        if (event.isAltDown()) {
            return false; // back and forward
        }
        if (interaction.isLinking()) {
            interaction.key(name);
            model.hoveredProperty().get().ifPresent(this::aimAt);
            return true;
        }
        if (isCarrying()) {
            double step = event.isShiftDown() ? SHEET_STEP : CARRY_STEP;
            view.carryOn(x * step, y * step);
            return true;
        }
        Set<ElementId> selection = model.session().selectionProperty().get();
        if (selection.isEmpty() || event.isShortcutDown()) {
            double step = event.isShiftDown() ? 4 * SHEET_STEP : SHEET_STEP;
            model.viewport().pan(-x * step, -y * step);
        } else {
            interaction.key(name, event.isShiftDown() ? new Modifier[] {Modifier.SHIFT} : new Modifier[0]);
        }
        return true;
    }

    private void describe() {
        Set<ElementId> selection = model.session().selectionProperty().get();
        Optional<BpmnElement> one = selection.size() == 1
                ? model.session().diagram().element(selection.iterator().next())
                : Optional.empty();
        view.setAccessibleText(one.map(speech::of)
                .orElse(messages.text(
                        "canvas.nothing",
                        model.currentPlane().map(plane -> plane.shapes().size()).orElse(0))));
    }
}
