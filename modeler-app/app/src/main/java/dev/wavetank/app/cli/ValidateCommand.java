package dev.wavetank.app.cli;

import dev.wavetank.app.cli.InputFiles.Input;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.validation.Finding;
import dev.wavetank.core.validation.Severity;
import dev.wavetank.core.validation.Validator;
import dev.wavetank.core.validation.rule.Rule;
import dev.wavetank.core.validation.rule.Rules;
import dev.wavetank.core.xml.DocumentException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "validate",
        description = "Say what is wrong with BPMN files: reader, rules, schema, engine.",
        footer = {
            "",
            "Exit code: 0 no errors, 1 errors, 2 a file could not be read.",
            "",
            "Examples:",
            "  wavetank validate order.bpmn",
            "  wavetank validate --format json processes/",
            "  wavetank validate --explain fake-join"
        })
final class ValidateCommand implements Callable<Integer> {
    /// How findings are printed.
    enum Format {
        text,
        json
    }

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "BPMN files, or folders with BPMN files.")
    private List<Path> files = List.of();

    @Option(
            names = "--format",
            defaultValue = "text",
            paramLabel = "text|json",
            description = "How to print the findings (default: ${DEFAULT-VALUE}).")
    private Format format = Format.text;

    @Option(names = "--strict", description = "Warnings count as errors.")
    private boolean strict;

    @Option(names = "--explain", paramLabel = "RULE", description = "Show the page of a rule and stop.")
    private @Nullable String explain;

    private final Terminal terminal;

    ValidateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (explain != null) {
            return explain(explain);
        }
        if (files.isEmpty()) {
            throw new Problem("Name at least one BPMN file or folder: wavetank validate FILE…");
        }
        Validator validator = new Validator();
        List<CheckedFile> checked = new ArrayList<>();
        FindingsText text = new FindingsText(terminal);
        for (Input input : InputFiles.of(files)) {
            CheckedFile result = check(input.file(), validator);
            checked.add(result);
            if (format == Format.text) {
                text.print(result);
            }
        }
        switch (format) {
            case text -> text.printSummary(checked);
            case json -> terminal.out().println(FindingsJson.write(checked));
        }
        return exitCode(checked);
    }

    private static CheckedFile check(Path file, Validator validator) {
        if (Files.notExists(file)) {
            return new CheckedFile(file, Optional.of("There is no such file."), List.of());
        }
        try {
            return new CheckedFile(file, Optional.empty(), validator.validate(Diagram.read(file)));
        } catch (DocumentException e) {
            return new CheckedFile(file, Optional.of(String.valueOf(e.getMessage())), List.of());
        }
    }

    private int exitCode(List<CheckedFile> checked) {
        if (checked.stream().anyMatch(file -> file.refusal().isPresent())) {
            return ExitCode.UNABLE;
        }
        return checked.stream().flatMap(file -> file.findings().stream()).anyMatch(this::isBad)
                ? ExitCode.BAD_NEWS
                : ExitCode.OK;
    }

    private boolean isBad(Finding finding) {
        return finding.severity() == Severity.ERROR || strict && finding.severity() == Severity.WARNING;
    }

    private int explain(String code) {
        String name = code.substring(code.indexOf('/') + 1);
        Rule rule = Rules.find(name)
                .orElseThrow(() -> new Problem("There is no rule '" + name + "'. The rules are: "
                        + Rules.all().stream().map(Rule::name).sorted().collect(Collectors.joining(", ")) + "."));
        terminal.out().print(Rules.documentation(rule));
        terminal.out().flush();
        return ExitCode.OK;
    }
}
