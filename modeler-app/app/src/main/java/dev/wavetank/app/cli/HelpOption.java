package dev.wavetank.app.cli;

import picocli.CommandLine.Option;

/// `--help` of a single command.
final class HelpOption {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean wanted;

    boolean wanted() {
        return wanted;
    }
}
