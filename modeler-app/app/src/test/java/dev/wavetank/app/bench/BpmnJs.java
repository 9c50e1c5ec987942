package dev.wavetank.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// bpmn-js, the full modeller, in headless Chromium.
final class BpmnJs implements Contestant {
    private final Process chromium;
    private final DevTools page;

    /// @param page the HTML file that loads bpmn-js
    /// @param profile an empty folder for what the browser keeps
    BpmnJs(Path page, Path profile) throws Exception {
        chromium = new ProcessBuilder(
                        "chromium",
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--allow-file-access-from-files",
                        "--remote-debugging-port=0",
                        "--window-size=1500,1040",
                        "--user-data-dir=" + profile,
                        page.toUri().toString())
                .redirectErrorStream(true)
                .redirectOutput(new File(profile.toFile(), "chromium.log"))
                .start();
        Path portFile = profile.resolve("DevToolsActivePort");
        for (int tries = 0; tries < 300 && (!Files.exists(portFile) || Files.size(portFile) == 0); tries++) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        this.page = new DevTools(Integer.parseInt(Files.readAllLines(portFile).getFirst()));
        for (int tries = 0; tries < 100 && !this.page.evaluate("!!window.bench").asBoolean(); tries++) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    @Override
    public ProcessTree processes() {
        return new ProcessTree(chromium.toHandle());
    }

    @Override
    public void open(Path file) throws Exception {
        page.evaluate("bench.open('" + file.toUri() + "')");
    }

    @Override
    public void prepare(Operation operation) throws Exception {
        page.evaluate("bench.prepare." + operation + "?.()");
    }

    @Override
    public List<Double> run(Operation operation, int frames) throws Exception {
        JsonNode walls = page.evaluate("bench.run('" + operation + "', " + frames + ")");
        List<Double> steps = new ArrayList<>();
        walls.forEach(wall -> steps.add(wall.asDouble()));
        return steps;
    }

    @Override
    public void close() {
        page.close();
        chromium.destroy();
        try {
            if (!chromium.waitFor(10, TimeUnit.SECONDS)) {
                chromium.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
