package dev.wavetank.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.templates.Templates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The window without a mouse and without eyes.
class AccessWindowTest extends WindowTest {
    private static final List<String> AREAS =
            List.of("app-toolbar", "palette", "documents-area", "side-panel", "status-bar");

    @Test
    void everyControlHasANameAndAKeyboardPath() throws Exception {
        DocumentSession session = open(leave());
        select(session, first(session, BpmnType.USER_TASK));
        List<String> wrong = new ArrayList<>();

        for (String panel : List.of("properties", "run", "xml", "project", "problems", "cluster")) {
            interact(() -> {
                desktop.reveal(panel);
                stage.getScene().getRoot().applyCss();
                stage.getScene().getRoot().layout();
                walk(stage.getScene().getRoot(), wrong);
            });
        }

        assertThat(new LinkedHashSet<>(wrong)).isEmpty();
    }

    @Test
    void theKeyboardGoesFromAreaToAreaAndBack() throws Exception {
        open(leave());
        interact(() -> canvas().requestFocus());
        Set<String> seen = new LinkedHashSet<>();

        for (int i = 0; i < 7; i++) {
            type(KeyCode.F6);
            seen.add(area());
        }
        interact(() -> canvas().requestFocus());
        press(KeyCode.SHIFT).type(KeyCode.F6).release(KeyCode.SHIFT);
        String before = area();
        type(KeyCode.F6);

        assertThat(seen).containsAll(AREAS);
        assertThat(before).isEqualTo("palette");
        eventually(() -> canvas().isFocused());
    }

    @Test
    void aScreenReaderFindsTheElementsInTheOrderOfTheFlows() throws Exception {
        DocumentSession session = open(leave());
        List<String> heard = new ArrayList<>();

        interact(() -> {
            int count = (Integer) canvas().queryAccessibleAttribute(AccessibleAttribute.ITEM_COUNT);
            for (int i = 0; i < count; i++) {
                heard.add(text(item(i)));
            }
        });

        assertThat(canvas().getAccessibleRole()).isEqualTo(AccessibleRole.LIST_VIEW);
        assertThat(heard).anyMatch(text -> text.startsWith("User task '") && text.contains(", in Lane '"));
        assertThat(heard).anyMatch(text -> text.startsWith("Start event") && text.contains(", 1 outgoing"));
        assertThat(heard.getFirst()).startsWith("Start event");

        interact(() -> item(1).executeAccessibleAction(AccessibleAction.REQUEST_FOCUS));

        ElementId selected = session.selectionProperty().get().iterator().next();
        assertThat(heard.get(1)).isEqualTo(canvas().getAccessibleText());
        assertThat((Object) canvas().queryAccessibleAttribute(AccessibleAttribute.FOCUS_ITEM))
                .isSameAs(item(1));
        assertThat(session.diagram().element(selected)).isPresent();
    }

    @Test
    void thePadIsUsedByKeys() throws Exception {
        DocumentSession session = open(leave());
        ElementId task = first(session, BpmnType.USER_TASK);
        int before = session.diagram().elements().size();
        select(session, task);
        interact(() -> canvas().requestFocus());

        type(KeyCode.P);
        eventually(() -> lookup("#pad-append-task").query().isFocused());
        type(KeyCode.RIGHT, KeyCode.ESCAPE);
        eventually(() -> canvas().isFocused());
        type(KeyCode.P, KeyCode.SPACE);

        eventually(() -> session.diagram().elements().size() > before);
        type(KeyCode.ESCAPE);
    }

    @Test
    void thePaletteIsUsedByKeys() throws Exception {
        DocumentSession session = open(leave());
        long before = tasks(session);
        interact(() -> lookup("#palette-userTask").query().requestFocus());

        type(KeyCode.SPACE);
        eventually(() -> canvas().isFocused());
        type(KeyCode.ENTER);

        eventually(() -> tasks(session) == before + 1);
        type(KeyCode.ESCAPE);
    }

    private static long tasks(DocumentSession session) {
        return session.diagram().elements().stream()
                .filter(it -> it.type() == BpmnType.USER_TASK)
                .count();
    }

    private Node item(int index) {
        return (Node) canvas().queryAccessibleAttribute(AccessibleAttribute.ITEM_AT_INDEX, index);
    }

    private static String text(Node node) {
        return (String) node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
    }

    private void select(DocumentSession session, ElementId id) {
        interact(() -> session.selectionProperty().set(Set.of(id)));
    }

    private static ElementId first(DocumentSession session, BpmnType type) {
        return session.diagram().elements().stream()
                .filter(it -> it.type() == type)
                .findFirst()
                .orElseThrow()
                .id();
    }

    /// A pool with lanes.
    private Path leave() throws Exception {
        return Files.write(
                folder.resolve("leave.bpmn"),
                Templates.find("leave-request").orElseThrow().bytes());
    }

    /// Which area has the focus.
    private String area() {
        for (Node at = stage.getScene().getFocusOwner(); at != null; at = at.getParent()) {
            for (String area : AREAS) {
                if (at.getStyleClass().contains(area)) {
                    return area;
                }
            }
        }
        return String.valueOf(stage.getScene().getFocusOwner());
    }

    private void walk(Node node, List<String> wrong) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Control control && isUsed(control)) {
            if (name(control).isBlank()) {
                wrong.add("no name: " + control + " in " + control.getParent());
            }
            if (!control.isFocusTraversable() && !within(control, "context-pad") && !within(control, "element-menu")) {
                wrong.add("no keyboard path: " + control);
            }
        }
        boolean ofOnePiece = node instanceof Spinner<?> || node instanceof ComboBoxBase<?> || node instanceof MenuBar;
        if (node instanceof Parent parent && !ofOnePiece) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, wrong));
        }
    }

    private static boolean isUsed(Control control) {
        return control instanceof ButtonBase
                || control instanceof TextInputControl
                || control instanceof ComboBoxBase<?>
                || control instanceof ChoiceBox<?>
                || control instanceof Spinner<?>
                || control instanceof TableView<?>
                || control instanceof ListView<?>
                || control instanceof TreeView<?>;
    }

    private static boolean within(Node node, String id) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (id.equals(at.getId())) {
                return true;
            }
        }
        return false;
    }

    private String name(Control control) {
        if (control.getAccessibleText() != null) {
            return control.getAccessibleText();
        }
        if (control instanceof Labeled labeled && labeled.getText() != null) {
            return labeled.getText();
        }
        return stage.getScene().getRoot().lookupAll(".label").stream()
                .filter(node -> node instanceof javafx.scene.control.Label label && label.getLabelFor() == control)
                .map(node -> ((Labeled) node).getText())
                .findFirst()
                .orElse("");
    }
}
