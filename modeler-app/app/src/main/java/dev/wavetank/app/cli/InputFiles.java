package dev.wavetank.app.cli;

import dev.wavetank.core.bpmn.Namespaces;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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

    /// Bytes in which a BPMN file names its namespace, after comments and a licence at the most.
    private static final int BEGINNING = 8192;

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
            throw new Problem("There is no BPMN file (.bpmn, .bpmn20.xml, or .xml with BPMN in it) in "
                    + arguments.getFirst() + ".");
        }
        return inputs;
    }

    private static List<Input> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(InputFiles::isBpmn)
                    .sorted()
                    .map(file -> new Input(file, folder.relativize(file)))
                    .toList();
        } catch (IOException e) {
            throw new Problem("The folder " + folder + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /// By its name, or, where that says no more than XML, by the BPMN namespace near its beginning.
    private static boolean isBpmn(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".bpmn")
                || name.endsWith(".bpmn20.xml")
                || name.endsWith(".bpmn2")
                || (name.endsWith(".xml") && namesBpmn(file));
    }

    private static boolean namesBpmn(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1).contains(Namespaces.BPMN);
        } catch (IOException unreadable) {
            return false;
        }
    }
}
