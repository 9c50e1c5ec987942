package dev.wavetank.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The BPMN files that the words on the command line mean: files as they are, folders with all that is inside.
final class InputFiles {
    /// @param file where it is
    /// @param relative its path below the folder that was named, or its bare name
    record Input(Path file, Path relative) {}

    private InputFiles() {}

    static List<Input> of(List<Path> arguments) {
        List<Input> inputs = new ArrayList<>();
        for (Path argument : arguments) {
            if (Files.isDirectory(argument)) {
                inputs.addAll(below(argument));
            } else {
                inputs.add(new Input(argument, argument.getFileName()));
            }
        }
        if (inputs.isEmpty()) {
            throw new Problem("There is no BPMN file (.bpmn, .bpmn20.xml) in " + arguments.getFirst() + ".");
        }
        return inputs;
    }

    private static List<Input> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> isBpmn(file.getFileName().toString()))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> new Input(file, folder.relativize(file)))
                    .toList();
        } catch (IOException e) {
            throw new Problem("The folder " + folder + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static boolean isBpmn(String name) {
        return name.endsWith(".bpmn") || name.endsWith(".bpmn20.xml") || name.endsWith(".bpmn2");
    }
}
