package dev.wavetank.app.bench;

import dev.wavetank.core.bpmn.sample.GeneratedDiagram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Our window and bpmn-js do the same with the same files, one after the other, and the bench tells what each cost.
/// See `bench/README.md`.
public final class Comparison {
    /// From here on bpmn-js takes minutes for a few frames, so only our window is measured.
    private static final int OURS_ALONE_FROM = 10_000;
    /// And from here on minutes to move them all, for which no ratio is aimed at.
    private static final int THEIR_FRAMES_ALONE_FROM = 2_000;

    private final Path work;
    private final Path page;
    private final List<String> options;
    private final Report report = new Report();

    private Comparison(Path work, Path page, List<String> options) {
        this.work = work;
        this.page = page;
        this.options = options;
    }

    /// @param arguments a folder to work in, the page with bpmn-js (or `-` without), rounds, sizes, `--`, and the
    ///     options of the window's Java machine
    public static void main(String[] arguments) throws Exception {
        List<String> words = Arrays.asList(arguments);
        int dashes = words.indexOf("--");
        Path work = Path.of(words.get(0)).toAbsolutePath().normalize(); // as the desktop names what it has open
        var comparison = new Comparison(work, Path.of(words.get(1)), words.subList(dashes + 1, words.size()));
        int rounds = Integer.parseInt(words.get(2));
        for (String size : words.subList(3, dashes)) {
            comparison.compare(Integer.parseInt(size), rounds);
        }
    }

    private void compare(int nodes, int rounds) throws Exception {
        Path small = file(200);
        Path file = file(nodes);
        boolean both = nodes < OURS_ALONE_FROM && !page.toString().equals("-");
        Measurement ours = new Measurement();
        Measurement theirs = new Measurement();
        for (int round = 1; round <= rounds; round++) {
            Path folder = Files.createTempDirectory(work, "round");
            try (var window = new Window(options, folder.resolve("state"))) {
                System.err.printf("%,d nodes, round %d: wavetank%n", nodes, round);
                ours.add(window, small, file, false);
            }
            if (both) {
                try (var browser = new BpmnJs(page, Files.createDirectories(folder.resolve("profile")))) {
                    System.err.printf("%,d nodes, round %d: bpmn-js%n", nodes, round);
                    theirs.add(browser, small, file, nodes >= THEIR_FRAMES_ALONE_FROM);
                }
            }
        }
        report.print(nodes, ours, theirs);
    }

    private Path file(int nodes) throws Exception {
        return Files.write(work.resolve(nodes + ".bpmn"), GeneratedDiagram.of(nodes));
    }
}
