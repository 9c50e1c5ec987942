package dev.wavetank.app.cli;

import dev.wavetank.templates.Template;
import dev.wavetank.templates.Templates;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "templates",
        description = "List the processes and clusters that come along, or copy some of them.",
        footer = {"", "Examples:", "  wavetank templates", "  wavetank templates order-fulfilment small -o my-project"})
final class TemplatesCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "NAME", description = "Templates to copy; none lists them all.")
    private List<String> names = List.of();

    @Option(
            names = {"-o", "--output"},
            defaultValue = ".",
            paramLabel = "DIR",
            description = "The folder to copy into (default: the current one).")
    private Path folder = Path.of(".");

    private final Terminal terminal;

    TemplatesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (names.isEmpty()) {
            print("Processes", Templates.processes());
            terminal.out().println();
            print("Clusters", Templates.clusters());
            terminal.err().println();
            terminal.err().println("Copy one with: wavetank templates NAME -o DIR");
        } else {
            names.stream().map(TemplatesCommand::find).toList().forEach(this::copy);
        }
        return ExitCode.OK;
    }

    private void print(String title, List<Template> templates) {
        terminal.out().println(terminal.bold(title));
        for (Template template : templates) {
            terminal.out().println("  %-20s  %s".formatted(template.name(), template.description()));
        }
    }

    private void copy(Template template) {
        Path file = folder.resolve(template.fileName()).normalize();
        try {
            Files.createDirectories(folder);
            Files.write(file, template.bytes(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            terminal.out().println(file);
        } catch (FileAlreadyExistsException e) {
            throw new Problem(file + " exists already. Move it away, or choose another folder with -o.", e);
        } catch (IOException e) {
            throw new Problem(file + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    private static Template find(String name) {
        return Templates.find(name)
                .orElseThrow(() -> new Problem("There is no template '" + name + "'. There are: "
                        + Templates.all().stream().map(Template::name).collect(Collectors.joining(", ")) + "."));
    }
}
