package dev.wavetank.app.cli;

import dev.wavetank.cluster.api.ClusterLauncher;
import dev.wavetank.cluster.api.RuntimeKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the nodes run.
final class RuntimeOption {
    @Option(
            names = "--runtime",
            paramLabel = "docker|process",
            description = "Where the nodes run (default: docker if an engine answers, else local processes).")
    private @Nullable RuntimeKind kind;

    RuntimeKind kind(ClusterLauncher launcher) {
        return kind == null ? launcher.preferred() : kind;
    }
}
