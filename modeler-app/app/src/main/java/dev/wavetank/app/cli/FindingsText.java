package dev.wavetank.app.cli;

import dev.wavetank.core.validation.Finding;
import dev.wavetank.core.validation.Severity;
import java.util.Comparator;
import java.util.List;

/// Findings for a person: the file, its findings with the worst first, and a last line that sums up.
final class FindingsText {
    private final Terminal terminal;

    FindingsText(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(CheckedFile file) {
        if (file.refusal().isPresent()) {
            terminal.out().println(terminal.bold(file.file().toString()));
            terminal.out()
                    .println("  " + terminal.red("unreadable") + "  "
                            + file.refusal().get());
            return;
        }
        if (file.findings().isEmpty()) {
            terminal.out().println(terminal.bold(file.file().toString()) + "  " + terminal.green("nothing to report"));
            return;
        }
        terminal.out().println(terminal.bold(file.file().toString()));
        int widest = file.findings().stream()
                .mapToInt(finding -> place(finding).length())
                .max()
                .orElse(0);
        file.findings().stream()
                .sorted(Comparator.comparing(Finding::severity))
                .forEach(finding -> terminal.out()
                        .println("  " + label(finding.severity()) + "  "
                                + pad(place(finding), Math.min(widest, 40)) + "  " + finding.message() + "  "
                                + terminal.dim("(" + finding.code() + ")")));
    }

    void printSummary(List<CheckedFile> files) {
        long errors =
                files.stream().mapToLong(file -> file.count(Severity.ERROR)).sum();
        long warnings =
                files.stream().mapToLong(file -> file.count(Severity.WARNING)).sum();
        long infos = files.stream().mapToLong(file -> file.count(Severity.INFO)).sum();
        long unreadable =
                files.stream().filter(file -> file.refusal().isPresent()).count();
        StringBuilder summary = new StringBuilder(counted(files.size(), "file") + " checked: ");
        summary.append(counted(errors, "error"))
                .append(", ")
                .append(counted(warnings, "warning"))
                .append(infos > 0 ? ", " + counted(infos, "remark") : "")
                .append(unreadable > 0 ? ", " + counted(unreadable, "unreadable file") : "")
                .append('.');
        terminal.out().println();
        terminal.out()
                .println(
                        errors + unreadable > 0
                                ? terminal.red(summary.toString())
                                : terminal.green(summary.toString()));
    }

    static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static String place(Finding finding) {
        return finding.element()
                .map(id -> id.isSynthetic() ? "(no id)" : id.value())
                .orElse("(file)");
    }

    private String label(Severity severity) {
        return switch (severity) {
            case ERROR -> terminal.red("error  ");
            case WARNING -> terminal.yellow("warning");
            case INFO -> terminal.dim("remark ");
        };
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
