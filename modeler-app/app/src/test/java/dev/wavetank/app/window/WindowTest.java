package dev.wavetank.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.app.Desktop;
import dev.wavetank.app.canvas.CanvasView;
import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.app.fake.FakeLauncher;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.workbench.StateDirectory;
import dev.wavetank.cluster.api.ClusterLauncher;
import dev.wavetank.core.bpmn.ElementId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirDeletionStrategy;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// A real window with a robot at its mouse and keyboard. It opens on the display that `DISPLAY` names; `./wavetank
/// verify` gives the tests a virtual one of their own.
@Tag("window")
abstract class WindowTest extends FxRobot {
    private static final long PATIENCE_SECONDS = 120;
    private static final int DOUBLE_CLICKS = 6;

    /// The journal may write once more while the folder is being removed.
    @TempDir(deletionStrategy = TempDirDeletionStrategy.IgnoreFailures.class)
    Path folder;

    final FakeLauncher fakeLauncher = new FakeLauncher();
    Desktop desktop;
    Stage stage;
    /// Whether the program would have ended.
    final AtomicBoolean ended = new AtomicBoolean();

    @BeforeEach
    void openWindow() throws Exception {
        assertThat(System.getenv("DISPLAY"))
                .as("Window tests need a display. Run ./wavetank verify, which starts a virtual one, or set DISPLAY.")
                .isNotBlank();
        FxToolkit.registerPrimaryStage();
        stage = FxToolkit.registerStage(Stage::new);
        Platform.setImplicitExit(false);
        openDesktop();
    }

    /// A start of the program in this test's state directory.
    void openDesktop() {
        interact(() -> {
            desktop = new Desktop(
                    stage,
                    new StateDirectory(folder.resolve("state")),
                    new Messages(language()),
                    InstantSource.system(),
                    launcher(),
                    () -> ended.set(true));
            desktop.show();
            stage.setX(0);
            stage.setY(0);
        });
    }

    /// What the window speaks.
    Locale language() {
        return Locale.ENGLISH;
    }

    /// The clusters that the window can start.
    ClusterLauncher launcher() {
        return fakeLauncher;
    }

    @AfterEach
    void closeWindow() throws Exception {
        release(new javafx.scene.input.KeyCode[0]);
        release(new javafx.scene.input.MouseButton[0]);
        interact(() -> stage.hide());
    }

    /// Copies a file of the corpus to the test's folder.
    Path corpus(String name) throws IOException {
        Path root = Path.of(System.getProperty("wavetank.root", "."));
        Path source = root.resolve("modeler-app/core/src/test/resources/corpus").resolve(name);
        return Files.copy(source, folder.resolve(source.getFileName().toString()));
    }

    DocumentSession open(Path file) {
        interact(() -> desktop.files().open(file));
        eventually(() -> desktop.workspace()
                .activeSession()
                .flatMap(DocumentSession::file)
                .filter(file::equals)
                .isPresent());
        eventually(() -> canvas().getWidth() > 100
                && canvas().model().viewport().visible().width() > 1);
        WaitForAsyncUtils.waitForFxEvents();
        return desktop.workspace().activeSession().orElseThrow();
    }

    CanvasView canvas() {
        return desktop.canvases().active().orElseThrow();
    }

    /// Where an element can be clicked.
    Point2D at(String element) {
        WaitForAsyncUtils.waitForFxEvents();
        return WaitForAsyncUtils.waitForAsyncFx(
                PATIENCE_SECONDS * 1000,
                () -> canvas().screenPoint(new ElementId(element)).orElseThrow());
    }

    void eventually(Callable<Boolean> condition) {
        if (!comesTrue(PATIENCE_SECONDS, condition)) {
            throw new AssertionError("did not come true within " + PATIENCE_SECONDS + " s");
        }
    }

    /// Double-clicks an element until it has the effect: on a busy machine the two clicks may lie too far apart to be
    /// one double click.
    void doubleClickUntil(String element, Callable<Boolean> effect) {
        for (int attempt = 0; attempt < DOUBLE_CLICKS; attempt++) {
            doubleClickOn(at(element));
            if (comesTrue(PATIENCE_SECONDS / DOUBLE_CLICKS, effect)) {
                return;
            }
        }
        throw new AssertionError("a double click had no effect");
    }

    private static boolean comesTrue(long seconds, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    seconds,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000, condition));
            return true;
        } catch (TimeoutException late) {
            return false;
        }
    }

    boolean shown(String query) {
        return lookup(query).queryAll().stream().anyMatch(Node::isVisible);
    }

    /// Answers the open dialog with one of its buttons. Not by the mouse: a dialog still moves to its place when it
    /// is first seen, and a click would miss it.
    void answer(String text) {
        eventually(() -> dialogButton(text).isPresent());
        interact(() -> dialogButton(text).orElseThrow().fire());
    }

    private Optional<Button> dialogButton(String text) {
        return lookup(".dialog-pane .button").queryAllAs(Button.class).stream()
                .filter(button -> button.getText().equals(text))
                .findFirst();
    }
}
