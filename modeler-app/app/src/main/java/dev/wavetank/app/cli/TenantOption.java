package dev.wavetank.app.cli;

import picocli.CommandLine.Option;

/// Whose instances and jobs a command is about.
final class TenantOption {
    @Option(
            names = "--tenant",
            defaultValue = "default",
            paramLabel = "NAME",
            description = "Whose (default: ${DEFAULT-VALUE}).")
    private String name = "default";

    String name() {
        return name;
    }
}
