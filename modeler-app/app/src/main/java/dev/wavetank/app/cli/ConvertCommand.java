package dev.wavetank.app.cli;

import dev.wavetank.app.cli.InputFiles.Input;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.xml.DocumentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "convert",
        description = "Read BPMN files into the editing model and write them again.",
        footer = {
            "",
            "Prints one line per file: whether the copy is byte for byte the same, and how many findings the",
            "reader has. Goes on after a file that cannot be read. Exit code: 0 all written, 2 some not.",
            "",
            "Example:",
            "  wavetank convert processes/ -o copies"
        })
final class ConvertCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "IN", description = "BPMN files, or folders with BPMN files.")
    private List<Path> files = List.of();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "DIR",
            description = "The folder to write into; the folders below IN are kept.")
    private Path folder = Path.of(".");

    private final Terminal terminal;

    ConvertCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        int failures = 0;
        for (Input input : InputFiles.of(files)) {
            try {
                terminal.out().println(convert(input));
            } catch (DocumentException | IOException e) {
                terminal.out().println(terminal.red("failed   ") + "  " + input.file() + "  " + e.getMessage());
                failures++;
            }
        }
        return failures > 0 ? ExitCode.UNABLE : ExitCode.OK;
    }

    private String convert(Input input) throws DocumentException, IOException {
        Path target = folder.resolve(input.relative());
        if (Files.exists(target) && Files.isSameFile(target, input.file())) {
            throw new Problem(target + " would be overwritten by its own copy. Choose another folder with -o.");
        }
        byte[] before = Files.readAllBytes(input.file());
        Diagram diagram = new Editor(Diagram.read(before)).diagram();
        byte[] after = diagram.document().bytes();
        Path parent = target.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.write(target, after);
        String outcome = Arrays.equals(before, after) ? terminal.green("identical") : terminal.yellow("changed  ");
        return outcome + "  " + input.file() + "  "
                + FindingsText.counted(diagram.findings().size(), "finding");
    }
}
