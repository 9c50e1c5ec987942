package dev.wavetank.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.app.document.OpenDocument;
import dev.wavetank.app.feature.cluster.ClusterViewModel.Phase;
import dev.wavetank.app.workbench.StateDirectory;
import dev.wavetank.core.bpmn.ElementId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;

/// Nothing a person did is lost: crashes, other programs, closing, the next start, and work that is given up.
class SafetyWindowTest extends WindowTest {
    private static final String TASK_1 = "_ec59e164-68b4-4f94-98de-ffb1c58a84af";
    /// Above any process id that Linux, macOS or Windows give.
    private static final String ENDED_PROCESS = "999999999";

    private String label(DocumentSession session) {
        return session.diagram().label(new ElementId(TASK_1)).orElse("");
    }

    private void rename(String text) {
        doubleClickUntil(TASK_1, () -> shown("#label-editor"));
        write(text);
        push(KeyCode.ENTER);
    }

    private Path leaveBehind(Path origin) throws IOException {
        Path journal = Files.createDirectories(new StateDirectory(folder.resolve("state")).journal());
        String changed = Files.readString(origin).replace("name=\"Task 1\"", "name=\"Changed\"");
        var time = Files.getLastModifiedTime(origin).toInstant();
        Files.writeString(
                journal.resolve(ENDED_PROCESS + "-doc.origin"), origin + "\n" + Files.size(origin) + " " + time);
        return Files.writeString(journal.resolve(ENDED_PROCESS + "-doc.bpmn"), changed);
    }

    @Test
    void whatACrashLeftBehindComesBackAsUnsavedChanges() throws IOException {
        Path file = corpus("miwg/A.1.0.bpmn");
        byte[] original = Files.readAllBytes(file);
        Path entry = leaveBehind(file);

        Platform.runLater(desktop::offerRecovery);
        eventually(() -> shown(".dialog-pane"));
        answer("Restore");

        eventually(() -> desktop.workspace().activeSession().isPresent());
        DocumentSession session = desktop.workspace().activeSession().orElseThrow();
        assertThat(label(session)).isEqualTo("Changed");
        assertThat(session.isDirty()).isTrue();
        assertThat(session.file()).contains(file);
        assertThat(Files.readAllBytes(file)).isEqualTo(original);
        eventually(() -> !Files.exists(entry));

        eventually(() -> canvas().getWidth() > 100);
        clickOn(at(TASK_1));
        push(KeyCode.CONTROL, KeyCode.S);
        eventually(() -> !session.isDirty());
        assertThat(Files.readString(file)).contains("name=\"Changed\"");
    }

    @Test
    void whereTheFileWasChangedAfterTheCrashBothVersionsAreOffered() throws IOException {
        Path file = corpus("miwg/A.1.0.bpmn");
        leaveBehind(file);
        Files.writeString(file, Files.readString(file).replace("name=\"Task 1\"", "name=\"From outside\""));

        Platform.runLater(desktop::offerRecovery);
        eventually(() -> shown("#lost-work"));
        answer("Restore");

        eventually(() -> desktop.workspace().documents().size() == 2);
        assertThat(desktop.workspace().sessions().map(this::label))
                .containsExactlyInAnyOrder("Changed", "From outside");
        assertThat(Files.readString(file)).contains("From outside");
    }

    @Test
    void aChangeByAnotherProgramIsSaidAndCanBeTaken() throws IOException {
        Path file = corpus("miwg/A.1.0.bpmn");
        open(file);

        Files.writeString(file, Files.readString(file).replace("name=\"Task 1\"", "name=\"From outside\""));
        eventually(() -> shown(".info-bar.warning"));
        clickOn("Reload");

        eventually(() -> desktop.workspace()
                .activeSession()
                .filter(session -> label(session).equals("From outside"))
                .isPresent());
        assertThat(desktop.workspace().activeSession().orElseThrow().isDirty()).isFalse();
        eventually(() -> !shown(".info-bar.warning"));
    }

    @Test
    void closingAsksAboutUnsavedChanges() throws IOException {
        Path file = corpus("miwg/A.1.0.bpmn");
        byte[] original = Files.readAllBytes(file);
        DocumentSession session = open(file);
        rename("Pack it");
        eventually(session::isDirty);

        close();
        answer("Cancel");
        eventually(() -> !shown(".dialog-pane"));
        assertThat(stage.isShowing()).isTrue();
        assertThat(ended).isFalse();

        close();
        answer("Do not save");
        eventually(ended::get);
        assertThat(stage.isShowing()).isFalse();
        assertThat(Files.readAllBytes(file)).isEqualTo(original);
    }

    @Test
    void closingCanSaveFirst() throws IOException {
        Path file = corpus("miwg/A.1.0.bpmn");
        DocumentSession session = open(file);
        rename("Pack it");
        eventually(session::isDirty);

        close();
        answer("Save");

        eventually(ended::get);
        assertThat(Files.readString(file)).contains("name=\"Pack it\"");
    }

    private void close() {
        Platform.runLater(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        eventually(() -> shown(".dialog-pane"));
    }

    @Test
    void theNextStartOpensTheFilesOfTheLastOne() throws Exception {
        Path first = corpus("miwg/A.1.0.bpmn");
        Path second = corpus("miwg/A.2.0.bpmn");
        open(first);
        open(second);
        clickOn("#tool-view-dark");
        interact(() -> canvas().model().viewport().zoomTo(1.7));
        push(KeyCode.CONTROL, KeyCode.Q);
        eventually(ended::get);

        interact(() -> stage = new Stage());
        openDesktop();
        interact(desktop::restoreSession);

        eventually(() -> desktop.workspace().documents().size() == 2);
        assertThat(desktop.workspace().documents().stream().map(OpenDocument::file))
                .flatMap(file -> file.stream().toList())
                .containsExactlyInAnyOrder(first, second);
        eventually(() -> canvas().model().themeProperty().get().dark());
        eventually(() -> canvas().model().viewport().scale() == 1.7);
    }

    @Test
    void aFileDroppedOnTheWindowOpens() throws IOException {
        Path file = corpus("miwg/A.1.0.bpmn");
        var source = new AtomicInteger();
        interact(() -> {
            var other = new Stage(StageStyle.UNDECORATED);
            var icon = new StackPane(new Label("file"));
            icon.setId("dragged-file");
            icon.setOnDragDetected(event -> {
                var content = new ClipboardContent();
                content.putFiles(java.util.List.of(file.toFile()));
                icon.startDragAndDrop(TransferMode.ANY).setContent(content);
                source.incrementAndGet();
                event.consume();
            });
            other.initOwner(stage);
            other.setScene(new javafx.scene.Scene(icon, 80, 40));
            other.setX(900);
            other.setY(40);
            other.show();
        });

        drag("#dragged-file").moveBy(-50, 100).moveBy(-200, 150);
        eventually(() -> source.get() == 1);
        moveBy(-10, 0);
        drop();

        eventually(() -> desktop.workspace()
                .activeSession()
                .flatMap(DocumentSession::file)
                .filter(file::equals)
                .isPresent());
    }

    @Test
    void aStartUnderWayIsGivenUpFromTheStatusBar() {
        fakeLauncher.hold = true;
        clickOn("#tool-run-cluster");
        clickOn("#cluster-start");
        eventually(() -> shown("#jobs-bar")
                && lookup("#jobs-bar .progress-bar").queryAs(ProgressBar.class).getProgress() == 0.5);

        clickOn("#jobs-cancel");

        eventually(() -> desktop.cluster().phaseProperty().get() == Phase.NONE);
        assertThat(desktop.cluster().nodes()).isEmpty();
        eventually(() -> shown("#cluster-start"));
        assertThat(fakeLauncher.started).hasSize(1);
    }
}
