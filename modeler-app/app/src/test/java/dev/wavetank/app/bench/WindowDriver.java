package dev.wavetank.app.bench;

import dev.wavetank.app.Desktop;
import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.app.fake.FakeLauncher;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.workbench.StateDirectory;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/// The program that the bench measures: the whole desktop, side panels closed, with a canvas of 1400 by 900 pixels,
/// which does what standard input tells it and answers each line when all was painted.
final class WindowDriver {
    private static final double WIDTH = 1400;
    private static final double HEIGHT = 900;

    private Desktop desktop;
    private Stage stage;

    private WindowDriver() {}

    public static void main(String[] arguments) throws Exception {
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        var driver = new WindowDriver();
        driver.show(Path.of(arguments[0]));
        driver.serve();
        Runtime.getRuntime().halt(0);
    }

    private void show(Path folder) throws Exception {
        var state = new StateDirectory(Files.createDirectories(folder));
        Files.writeString(state.settings(), """
                { "minimap": true, "rightPanel": false, "bottomPanel": false }
                """);
        onScreen(() -> {
            stage = new Stage();
            desktop =
                    new Desktop(stage, state, new Messages(Locale.ENGLISH), InstantSource.system(), new FakeLauncher());
            desktop.show();
            desktop.files().create();
        });
        for (int i = 0; i < 3; i++) {
            frames(5);
            onScreen(this::fitCanvas);
        }
        frames(5);
    }

    private void fitCanvas() {
        Region canvas = desktop.canvases().active().orElseThrow();
        stage.setWidth(stage.getWidth() + WIDTH - canvas.getWidth());
        stage.setHeight(stage.getHeight() + HEIGHT - canvas.getHeight());
        stage.setX(0);
        stage.setY(0);
    }

    private void serve() throws Exception {
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        answer(List.of());
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.split(" ");
            answer(
                    switch (words[0]) {
                        case "open" -> open(Path.of(words[1]));
                        case "prepare" -> {
                            onScreen(() -> operations().prepare(Operation.valueOf(words[1])));
                            frames(2);
                            yield List.of();
                        }
                        default -> run(Operation.valueOf(words[1]), Integer.parseInt(words[2]));
                    });
        }
    }

    private WindowOperations operations() {
        return new WindowOperations(
                desktop.workspace().activeSession().orElseThrow(),
                desktop.canvases().active().orElseThrow());
    }

    private List<Double> open(Path file) throws Exception {
        onScreen(() -> desktop.files().open(file));
        while (desktop.workspace()
                .activeSession()
                .flatMap(DocumentSession::file)
                .filter(file::equals)
                .isEmpty()) {
            frames(1);
        }
        frames(2);
        Region canvas = desktop.canvases().active().orElseThrow();
        if (canvas.getWidth() != WIDTH || canvas.getHeight() != HEIGHT) {
            throw new IllegalStateException("The canvas is " + canvas.getWidth() + " by " + canvas.getHeight());
        }
        return List.of();
    }

    private List<Double> run(Operation operation, int steps) throws Exception {
        List<Double> walls = new ArrayList<>();
        WindowOperations operations = operations();
        for (int i = 0; i < Math.max(1, steps); i++) {
            int index = i;
            long begun = System.nanoTime();
            onScreen(() -> operations.step(operation, index));
            frames(1);
            walls.add((System.nanoTime() - begun) / 1e6);
        }
        onScreen(() -> operations.end(operation));
        return walls;
    }

    private static void answer(List<Double> walls) {
        System.out.println("done"
                + walls.stream()
                        .map(wall -> String.format(Locale.ROOT, " %.1f", wall))
                        .collect(Collectors.joining()));
    }

    private static void onScreen(Runnable action) throws Exception {
        var done = new CountDownLatch(1);
        Platform.runLater(() -> {
            action.run();
            done.countDown();
        });
        done.await();
    }

    /// Waits until so many frames were drawn and the next has begun.
    private static void frames(int count) throws Exception {
        var done = new CountDownLatch(count + 1);
        var timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                Platform.requestNextPulse();
                done.countDown();
            }
        };
        onScreen(timer::start);
        done.await();
        onScreen(timer::stop);
    }
}
