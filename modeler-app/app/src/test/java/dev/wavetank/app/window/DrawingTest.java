package dev.wavetank.app.window;

import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.app.menu.MenuEntry;
import dev.wavetank.app.menu.MenuRow;
import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.geometry.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import org.testfx.util.WaitForAsyncUtils;

/// What a person does who draws: each step waits for its effect, however slow the machine is.
abstract class DrawingTest extends WindowTest {
    /// A new diagram, with its start event, in a file of its own.
    DocumentSession newDiagram() throws IOException {
        Path file = folder.resolve("drawing.bpmn");
        try (var empty = DocumentSession.class.getResourceAsStream("new-diagram.bpmn")) {
            Files.write(file, empty.readAllBytes());
        }
        DocumentSession session = open(file);
        eventually(() -> canvas().isFocused());
        return session;
    }

    DocumentSession emptySheet() throws IOException {
        DocumentSession session = newDiagram();
        key(KeyCode.CONTROL, KeyCode.A);
        eventually(() -> !session.selectionProperty().get().isEmpty());
        key(KeyCode.DELETE);
        eventually(() -> session.diagram().planes().getFirst().shapes().isEmpty());
        return session;
    }

    /// Presses keys and lets them go at once: held down while a busy machine does something else, they would repeat.
    void key(KeyCode... keys) {
        interact(() -> {
            var robot = new Robot();
            List.of(keys).forEach(robot::keyPress);
            List.of(keys).reversed().forEach(robot::keyRelease);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Opens a menu of elements by its key and takes the entry with Enter.
    void choose(KeyCode menu, String words, String entry) {
        eventually(() -> canvas().isFocused());
        key(menu);
        eventually(() -> shown("#element-menu") && lookup("#menu-field").query().isFocused());
        write(words);
        eventually(() -> chosenIn("#menu-list").filter(entry::equals).isPresent());
        key(KeyCode.ENTER);
        eventually(() -> !shown("#element-menu"));
    }

    private Optional<String> chosenIn(String list) {
        return Optional.ofNullable(lookup(list)
                        .<ListView<MenuRow>>query()
                        .getSelectionModel()
                        .getSelectedItem())
                .flatMap(row ->
                        row instanceof MenuRow.Choice(MenuEntry entry) ? Optional.of(entry.id()) : Optional.empty());
    }

    /// Types into the label that is open, and keeps it.
    ElementId type(DocumentSession session, String text) {
        eventually(
                () -> shown("#label-editor") && lookup("#label-editor").query().isFocused());
        ElementId named = selected(session);
        write(text);
        key(KeyCode.ENTER);
        eventually(() -> session.diagram().label(named).filter(text::equals).isPresent());
        eventually(() -> canvas().isFocused());
        return named;
    }

    /// Opens the label of what is selected, and types.
    ElementId rename(DocumentSession session, String text) {
        eventually(() -> canvas().isFocused());
        key(KeyCode.E);
        return type(session, text);
    }

    ElementId selected(DocumentSession session) {
        eventually(() -> session.selectionProperty().get().size() == 1);
        return session.selectionProperty().get().iterator().next();
    }

    BpmnElement element(DocumentSession session, ElementId id) {
        return session.diagram().element(id).orElseThrow();
    }

    /// A place of the sheet on the screen.
    Point2D onScreen(double x, double y) {
        WaitForAsyncUtils.waitForFxEvents();
        return WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            Point local = canvas().model().viewport().toScreen(new Point(x, y));
            return canvas().localToScreen(local.x(), local.y());
        });
    }

    /// Drags as a hand does, in steps.
    void pull(Point2D from, Point2D to) {
        moveTo(from);
        press(MouseButton.PRIMARY);
        moveTo(from.interpolate(to, 0.3));
        moveTo(from.interpolate(to, 0.7));
        moveTo(to);
        release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void select(DocumentSession session, ElementId... ids) {
        interact(() -> {
            session.selectionProperty().set(Set.of(ids));
            canvas().requestFocus();
        });
    }
}
