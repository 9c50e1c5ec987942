package dev.wavetank.app.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.wavetank.app.Desktop;
import dev.wavetank.app.canvas.CanvasView;
import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.app.fake.FakeLauncher;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.workbench.StateDirectory;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.sample.GeneratedDiagram;
import dev.wavetank.core.edit.command.MoveElements;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;

/// What opening and working with large diagrams costs in the real window. See `bench/README.md`.
public final class CanvasBench {
    private static final int FRAMES = 100;
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Path folder;
    private Desktop desktop;

    private CanvasBench(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        int[] sizes = arguments.length == 0
                ? new int[] {1_000, 5_000, 20_000}
                : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        var bench = new CanvasBench(Files.createTempDirectory("canvas-bench"));
        bench.openWindow();
        System.out.println("CPU ms of the whole process   open   pan   zoom   edit");
        bench.run(200, false);
        for (int size : sizes) {
            bench.run(size, true);
        }
        System.exit(0);
    }

    private void openWindow() throws Exception {
        onScreen(() -> {
            desktop = new Desktop(
                    new Stage(),
                    new StateDirectory(folder.resolve("state")),
                    new Messages(Locale.ENGLISH),
                    InstantSource.system(),
                    new FakeLauncher());
            desktop.show();
        });
        frames(10);
    }

    /// @param told false for the round that warms up
    private void run(int nodes, boolean told) throws Exception {
        Path file = folder.resolve(nodes + ".bpmn");
        Files.write(file, GeneratedDiagram.of(nodes));

        long before = PROCESS.getProcessCpuTime();
        onScreen(() -> desktop.files().open(file));
        while (desktop.workspace()
                .activeSession()
                .flatMap(DocumentSession::file)
                .filter(file::equals)
                .isEmpty()) {
            frames(1);
        }
        frames(2);
        double open = millisSince(before);

        DocumentSession session = desktop.workspace().activeSession().orElseThrow();
        CanvasView canvas = desktop.canvases().active().orElseThrow();
        var task = new ElementId(GeneratedDiagram.id(nodes / 3));
        settle();
        onScreen(() -> {
            canvas.model().viewport().zoomTo(1);
            canvas.model().reveal(task);
        });
        double pan = each(i -> canvas.model().viewport().pan(i % 2 == 0 ? 40 : -40, 15));
        double zoom =
                each(i -> canvas.model().viewport().zoomTo(i % 20 < 10 ? 0.9 - i % 10 * 0.05 : 0.4 + i % 10 * 0.05));
        onScreen(() -> {
            canvas.model().viewport().zoomTo(1);
            canvas.model().reveal(task);
        });
        double edit = each(i -> session.execute(MoveElements.by(Set.of(task), i % 2 == 0 ? 5 : -5, 0)));
        if (told) {
            System.out.printf(Locale.ROOT, "%,7d flow nodes %18.0f %6.1f %6.1f %6.1f%n", nodes, open, pan, zoom, edit);
        }
        onScreen(() -> {
            while (session.undoableProperty().get()) {
                session.undo();
            }
            desktop.files().close(session);
        });
    }

    private interface Step {
        void run(int index);
    }

    private double each(Step step) throws Exception {
        frames(3);
        long before = PROCESS.getProcessCpuTime();
        for (int i = 0; i < FRAMES; i++) {
            int index = i;
            onScreen(() -> step.run(index));
            frames(1);
        }
        return millisSince(before) / FRAMES;
    }

    /// Lets the background validation of the freshly opened file end, which is not what is measured.
    private void settle() throws Exception {
        long last = PROCESS.getProcessCpuTime();
        for (int quiet = 0; quiet < 3; ) {
            frames(30);
            long now = PROCESS.getProcessCpuTime();
            quiet = now - last < TimeUnit.MILLISECONDS.toNanos(60) ? quiet + 1 : 0;
            last = now;
        }
    }

    private static double millisSince(long before) {
        return (PROCESS.getProcessCpuTime() - before) / 1e6;
    }

    private static void onScreen(Runnable action) throws Exception {
        var done = new CountDownLatch(1);
        Platform.runLater(() -> {
            action.run();
            done.countDown();
        });
        done.await();
    }

    /// Waits until so many frames more were drawn.
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
