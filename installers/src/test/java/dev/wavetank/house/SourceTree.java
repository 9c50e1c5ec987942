package dev.wavetank.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The files of the whole checkout, for the guards that look at text.
final class SourceTree {
    private static final Path ROOT = Path.of(System.getProperty("wavetank.root", ".."));

    private SourceTree() {}

    static Path root() {
        return ROOT;
    }

    /// All files below the modules' `src` folders that end in `suffix`, relative order stable.
    static List<Path> files(String suffix) {
        return Stream.of("modeler-app", "engine-node", "cluster-launcher", "templates", "installers")
                .map(ROOT::resolve)
                .flatMap(SourceTree::walk)
                .filter(file -> file.toString().endsWith(suffix))
                .filter(file -> file.toString().contains("/src/"))
                .sorted()
                .toList();
    }

    static List<Path> mainSources() {
        return files(".java").stream()
                .filter(file -> file.toString().contains("/src/main/"))
                .toList();
    }

    static List<Path> testSources() {
        return files(".java").stream()
                .filter(file -> file.toString().contains("/src/test/"))
                .toList();
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        return String.join("\n", lines(file));
    }

    static String name(Path file) {
        return ROOT.relativize(file).toString();
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("/target/"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
