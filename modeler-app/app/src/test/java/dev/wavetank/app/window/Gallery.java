package dev.wavetank.app.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.robot.Robot;
import javafx.stage.Screen;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// Looks at all windows that are open: no text is cut, none is too faint. With `-Dwavetank.gallery=FOLDER` what is on
/// the screen is kept as a picture for a person to look at.
final class Gallery {
    private static final String FOLDER = System.getProperty("wavetank.gallery", "");

    private static final long PATIENCE_MILLIS = 60_000;

    private final FxRobot robot;
    private final List<String> wrong = new ArrayList<>();

    Gallery(FxRobot robot) {
        this.robot = robot;
    }

    /// Whether pictures are kept.
    static boolean isKept() {
        return !FOLDER.isEmpty();
    }

    /// What was found to be wrong so far.
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    void look(String situation) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            for (Window window : List.copyOf(Window.getWindows())) {
                window.getScene().getRoot().applyCss();
                window.getScene().getRoot().layout();
                var looks = new Looks(window.getScene().getRoot());
                looks.cut().forEach(text -> wrong.add(situation + ": " + text));
                looks.faint().forEach(text -> wrong.add(situation + ": " + text));
            }
        });
        if (isKept()) {
            keep(situation);
        }
    }

    private void keep(String situation) {
        try {
            Path folder = Files.createDirectories(Path.of(FOLDER));
            var picture = WaitForAsyncUtils.waitForAsyncFx(
                    PATIENCE_MILLIS,
                    () -> new Robot().getScreenCapture(null, Screen.getPrimary().getBounds(), false));
            ImageIO.write(
                    SwingFXUtils.fromFXImage(picture, null),
                    "png",
                    folder.resolve(situation + ".png").toFile());
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
