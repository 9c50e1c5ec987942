package dev.wavetank.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.app.document.OpenDocument;
import dev.wavetank.app.feature.project.Reference;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.RenameElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// Working with many diagrams: tabs, recent files, the project, the way from a call to what it calls, export.
class WorkWindowTest extends WindowTest {
    private static final String CALLER = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
              <process id="order"><startEvent id="start"/>
                <sequenceFlow id="f" sourceRef="start" targetRef="call"/>
                <callActivity id="call" name="Ship it" calledElement="%s"/>
              </process>
            </definitions>
            """;

    private void caller(String called) throws IOException {
        Files.writeString(folder.resolve("caller.bpmn"), CALLER.formatted(called));
    }

    private void called(String file) throws IOException {
        Path target = folder.resolve(file);
        Files.createDirectories(target.getParent());
        Files.writeString(target, CALLER.formatted("").replace("\"order\"", "\"ship\""));
    }

    private void openProject() {
        interact(() -> {
            desktop.project().open(folder);
            desktop.reveal("project");
        });
        TreeView<?> tree = lookup("#project-tree").queryAs(TreeView.class);
        eventually(() -> tree.getRoot() != null && !tree.getRoot().getChildren().isEmpty());
    }

    private Path front() {
        return desktop.workspace()
                .activeProperty()
                .get()
                .flatMap(OpenDocument::file)
                .orElse(Path.of(""));
    }

    private void fire(String item) {
        interact(() -> tabs().getSelectionModel().getSelectedItem().getContextMenu().getItems().stream()
                .filter(entry -> item.equals(entry.getId()))
                .map(MenuItem.class::cast)
                .findFirst()
                .orElseThrow()
                .fire());
    }

    private TabPane tabs() {
        return lookup("#documents").queryAs(TabPane.class);
    }

    private <T> T on(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, question);
    }

    @Test
    void tabsCloseByTheirMenuAndComeBackAsTheyWere() throws IOException {
        Path first = corpus("miwg/A.1.0.bpmn");
        Path second = corpus("miwg/A.2.0.bpmn");
        Path third = corpus("miwg/A.3.0.bpmn");
        open(first);
        DocumentSession session = open(second);
        open(third);
        interact(() -> desktop.workspace().activeProperty().set(Optional.of(session)));
        interact(() -> canvas().model().viewport().zoomTo(1.75));

        fire("tab-copyPath");
        assertThat(on(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(second.toString());
        fire("tab-closeRight");
        fire("tab-closeOthers");
        eventually(() -> desktop.workspace().documents().equals(List.of(session)));
        fire("tab-close");
        eventually(() -> desktop.workspace().documents().isEmpty());
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);

        eventually(() -> desktop.workspace().documents().equals(List.of(session)));
        assertThat(canvas().model().viewport().scale()).isEqualTo(1.75);
    }

    @Test
    void theMiddleButtonClosesATab() throws IOException {
        open(corpus("miwg/A.1.0.bpmn"));
        open(corpus("miwg/A.2.0.bpmn"));

        clickOn("#" + on(() -> tabs().getTabs().getFirst().getId()), MouseButton.MIDDLE);

        eventually(() -> desktop.workspace().documents().size() == 1);
        assertThat(front().toString()).endsWith("A.2.0.bpmn");
    }

    @Test
    void tabsThatWereDraggedKeepTheirOrderForTheNextStart() throws IOException {
        Path first = corpus("miwg/A.1.0.bpmn");
        Path second = corpus("miwg/A.2.0.bpmn");
        Path third = corpus("miwg/A.3.0.bpmn");
        open(first);
        open(second);
        open(third);

        dragTab(first, third);
        eventually(() -> open().equals(List.of(second, third, first)));
        assertThat(front()).isEqualTo(first);
        push(KeyCode.CONTROL, KeyCode.Q);
        eventually(ended::get);

        interact(() -> stage = new Stage());
        openDesktop();
        interact(desktop::restoreSession);
        eventually(() -> open().equals(List.of(second, third, first)));
        eventually(() -> front().equals(first));
    }

    private List<Path> open() {
        return desktop.workspace().documents().stream()
                .flatMap(document -> document.file().stream())
                .toList();
    }

    /// In small steps, as a hand does: the tabs make room one after the other.
    private void dragTab(Path from, Path to) {
        Bounds start = header(from);
        Bounds end = header(to);
        double y = start.getCenterY();
        moveTo(start.getCenterX(), y);
        press(MouseButton.PRIMARY);
        for (int step = 1; step <= 12; step++) {
            moveTo(start.getCenterX() + (end.getMaxX() - 4 - start.getCenterX()) * step / 12, y);
        }
        release(MouseButton.PRIMARY);
    }

    private Bounds header(Path file) {
        String title = String.valueOf(file.getFileName());
        return on(() -> {
            Node header = lookup("#documents .tab").queryAll().stream()
                    .filter(tab -> tab.lookup(".tab-label") instanceof Label label
                            && label.getText().equals(title))
                    .findFirst()
                    .orElseThrow();
            return header.localToScreen(header.getBoundsInLocal());
        });
    }

    @Test
    void aDecisionIsShownAsTextInTheTreeAndAtItsLine() throws IOException {
        Files.writeString(folder.resolve("order.bpmn"), """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn"
                    id="d" targetNamespace="t">
                  <process id="order"><startEvent id="start"/>
                    <sequenceFlow id="f" sourceRef="start" targetRef="rate"/>
                    <serviceTask id="rate" flowable:type="dmn"><extensionElements>
                      <flowable:field name="decisionTableReferenceKey"><flowable:string>rates</flowable:string></flowable:field>
                    </extensionElements></serviceTask>
                  </process>
                </definitions>
                """);
        Path decision = Files.createDirectories(folder.resolve("parts")).resolve("rates.dmn");
        Files.writeString(decision, "<definitions>\n\n  <decision id=\"rates\" name=\"Rates\"/>\n</definitions>\n");
        openProject();
        open(folder.resolve("order.bpmn"));

        press(KeyCode.CONTROL);
        moveTo(at("rate"));
        clickOn(MouseButton.PRIMARY);
        release(KeyCode.CONTROL);

        eventually(() -> front().equals(decision));
        CodeArea text = lookup("#source-text").queryAs(CodeArea.class);
        eventually(() -> text.getCurrentParagraph() == 2);
        assertThat(text.isEditable()).isFalse();
        TreeView<?> tree = lookup("#project-tree").queryAs(TreeView.class);
        assertThat(on(() -> tree.getSelectionModel().getSelectedItem().getValue()))
                .isEqualTo(decision);

        push(KeyCode.ALT, KeyCode.LEFT);
        eventually(() -> front().endsWith("order.bpmn"));
    }

    @Test
    void aFormThatNoFileHasSaysWhereItIsLookedFor() throws IOException {
        Files.writeString(folder.resolve("order.bpmn"), """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn"
                    id="d" targetNamespace="t">
                  <process id="order"><userTask id="ask" flowable:formKey="approval"/></process>
                </definitions>
                """);
        openProject();
        DocumentSession session = open(folder.resolve("order.bpmn"));
        interact(() -> session.selectionProperty().set(Set.of(new ElementId("ask"))));
        interact(canvas()::requestFocus);

        push(KeyCode.F4);
        eventually(() -> lookup(".dialog-pane .content").queryAllAs(Labeled.class).stream()
                .anyMatch(label -> label.getText().contains("form with the key \"approval\"")));
        answer("OK");
        Path form = Files.writeString(folder.resolve("approval.form"), "{\"key\": \"approval\", \"fields\": []}");
        Reference reference = new Reference(Reference.Kind.FORM, "approval");
        eventually(() -> desktop.project().targets(reference).size() == 1);
        push(KeyCode.F4);
        eventually(() -> front().equals(form));
    }

    @Test
    void aRecentFileThatIsGoneIsGreyedAndSaysSo() throws IOException {
        Path kept = corpus("miwg/A.1.0.bpmn");
        Path gone = corpus("miwg/A.2.0.bpmn");
        open(kept);
        open(gone);
        interact(() -> desktop.files().closeAll(desktop.workspace().documents()));
        Files.delete(gone);
        interact(() -> desktop.files().recent().look());

        eventually(() -> lookup("#start-recents .missing").tryQuery().isPresent());
        Hyperlink link = lookup("#start-recents .missing .recent-link").queryAs(Hyperlink.class);
        assertThat(link.getText()).isEqualTo("A.2.0.bpmn");
        assertThat(link.isDisabled()).isTrue();
        interact(() -> lookup("#recent-clear").queryAs(Button.class).fire());
        eventually(() -> lookup("#start-recents .recent-link").queryAll().isEmpty());
    }

    @Test
    void controlAndAClickOnACallOpensWhatItCallsAndAltLeftGoesBack() throws IOException {
        caller("ship");
        called("parts/ship.bpmn");
        openProject();
        open(folder.resolve("caller.bpmn"));

        press(KeyCode.CONTROL);
        moveTo(at("call"));
        clickOn(MouseButton.PRIMARY);
        release(KeyCode.CONTROL);
        eventually(() -> front().endsWith("parts/ship.bpmn"));
        ListView<?> callers = lookup("#project-callers").queryListView();
        eventually(() -> callers.getItems().size() == 1);

        push(KeyCode.ALT, KeyCode.LEFT);
        eventually(() -> front().endsWith("caller.bpmn"));
        push(KeyCode.ALT, KeyCode.RIGHT);
        eventually(() -> front().endsWith("parts/ship.bpmn"));
    }

    @Test
    void aCallThatNoFileAnswersSaysWhatToDoAndSeveralAreAskedAbout() throws IOException {
        caller("ship");
        openProject();
        DocumentSession session = open(folder.resolve("caller.bpmn"));
        interact(() -> session.selectionProperty().set(Set.of(new ElementId("call"))));

        interact(canvas()::requestFocus);
        push(KeyCode.F4);
        answer("OK");

        called("a/ship.bpmn");
        called("b/ship.bpmn");
        eventually(() -> desktop.project()
                        .targets(new Reference(Reference.Kind.PROCESS, "ship"))
                        .size()
                == 2);
        push(KeyCode.F4);
        answer("Go there");
        eventually(() -> front().endsWith("a/ship.bpmn"));
    }

    @Test
    void theProjectIsSearchedWhileOneTypes() throws IOException {
        caller("ship");
        called("parts/ship.bpmn");
        openProject();

        interact(() -> lookup("#project-search").queryAs(TextField.class).setText("ship it"));

        eventually(() -> lookup("#project-hits").tryQuery().isPresent());
        ListView<?> hits = lookup("#project-hits").queryListView();
        eventually(() -> hits.getItems().size() == 2);
        interact(() -> {
            hits.getSelectionModel().selectFirst();
            hits.requestFocus();
        });
        push(KeyCode.ENTER);
        eventually(() -> front().endsWith("caller.bpmn"));
        eventually(() -> desktop.workspace().activeSession().orElseThrow().selectionProperty().get().stream()
                .anyMatch(id -> id.value().equals("call")));
    }

    @Test
    void goingBackToWhatWasOpenedIsAskedAboutAndCanBeUndone() throws IOException {
        DocumentSession session = open(corpus("miwg/A.1.0.bpmn"));
        var task = new ElementId("_ec59e164-68b4-4f94-98de-ffb1c58a84af");
        interact(() -> session.execute(new RenameElement(task, "Drawn")));

        Platform.runLater(() -> desktop.files().discardToOpened(session));
        answer("Go back");

        eventually(() -> !session.isDirty());
        interact(session::undo);
        assertThat(session.diagram().label(task)).contains("Drawn");
    }

    @Test
    void theExportShowsItsPagesBeforehand() throws IOException {
        open(corpus("miwg/C.4.0.bpmn"));

        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        eventually(() -> shown("#export"));
        clickOn("#export-all");

        eventually(() -> !lookup("#export-after").queryAs(Button.class).isDisabled());
        interact(() -> lookup("#export-after").queryAs(Button.class).fire());
        assertThat(lookup("#export-page").queryLabeled().getText()).startsWith("Page 2 of");
        answer("Cancel");
        eventually(() -> !shown("#export"));
    }
}
