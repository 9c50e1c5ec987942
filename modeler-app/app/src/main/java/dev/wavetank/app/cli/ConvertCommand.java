package dev.wavetank.app.cli;

import dev.wavetank.app.cli.InputFiles.Input;
import dev.wavetank.app.document.AtomicFile;
import dev.wavetank.core.edit.Converter;
import dev.wavetank.core.edit.Converter.Conversion;
import dev.wavetank.core.edit.Converter.Mode;
import dev.wavetank.core.validation.Finding;
import dev.wavetank.core.xml.DocumentException;
import dev.wavetank.core.xml.XmlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "convert",
        description = "Read BPMN files into the editing model and write them again.",
        footer = {
            "",
            "Every element goes through the model's writer. Prints one line per file: whether the copy is byte",
            "for byte the same, and what the reader found (wavetank validate says it in sentences). Goes on",
            "after a file that cannot be read. Exit code: 0 all written, 2 some not.",
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

    @Option(
            names = "--retype",
            description = {
                "Type every tag anew from its name and values instead of from its source text.",
                "The meaning stays, blanks and quotes inside tags may not."
            })
    private boolean retype;

    private final Terminal terminal;

    ConvertCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        int failures = 0;
        Set<Path> written = new HashSet<>();
        for (Input input : InputFiles.of(files)) {
            Path target = folder.resolve(input.relative());
            try {
                if (!written.add(target)) {
                    throw new IOException(target + " has been written from another file of this name already.");
                }
                terminal.out().println(convert(input.file(), target));
            } catch (NoSuchFileException e) {
                fail(input.file(), "There is no such file.");
                failures++;
            } catch (DocumentException | IOException e) {
                fail(input.file(), e.getMessage());
                failures++;
            }
        }
        return failures > 0 ? ExitCode.UNABLE : ExitCode.OK;
    }

    private void fail(Path file, @Nullable String sentence) {
        terminal.out().println(terminal.red("failed   ") + "  " + file + "  " + sentence);
    }

    private String convert(Path input, Path target) throws DocumentException, IOException {
        if (Files.exists(target) && Files.isSameFile(target, input)) {
            throw new Problem(target + " would be overwritten by its own copy. Choose another folder with -o.");
        }
        Conversion conversion = new Converter().convert(bytes(input), retype ? Mode.RETYPED : Mode.FAITHFUL);
        Path parent = target.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        AtomicFile.write(target, conversion.bytes());
        String outcome = conversion.identical() ? terminal.green("identical") : terminal.yellow("changed  ");
        return outcome + "  " + input + "  " + summary(conversion.findings());
    }

    /// No more than one byte beyond what is opened, which the reader then refuses.
    private static byte[] bytes(Path input) throws IOException {
        try (InputStream in = Files.newInputStream(input)) {
            return in.readNBytes(XmlReader.Limits.DEFAULT.bytes() + 1);
        }
    }

    /// The number of findings and which they are, for example `3 findings: reader/not-drawn 2, reader/dangling 1`.
    private static String summary(List<Finding> findings) {
        Map<String, Long> byCode =
                findings.stream().collect(Collectors.groupingBy(Finding::code, TreeMap::new, Collectors.counting()));
        String codes = byCode.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return FindingsText.counted(findings.size(), "finding") + (codes.isEmpty() ? "" : ": " + codes);
    }
}
