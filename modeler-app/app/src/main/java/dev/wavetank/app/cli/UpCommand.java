package dev.wavetank.app.cli;

import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.ClusterLauncher;
import dev.wavetank.cluster.api.ClusterSpec;
import dev.wavetank.cluster.api.ClusterSpecs;
import dev.wavetank.cluster.api.RuntimeKind;
import dev.wavetank.templates.Template;
import dev.wavetank.templates.Templates;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "up",
        description = "Start a cluster and leave it running.",
        footer = {
            "",
            "Examples:",
            "  wavetank up",
            "  wavetank up --engines 3 --runtime process",
            "  wavetank up my-cluster.json"
        })
final class UpCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "SPEC",
            description = "A cluster description: a JSON file, or the name of a template.")
    private @Nullable String description;

    @Option(names = "--engines", paramLabel = "N", description = "Engines (default: 2, or as described).")
    private @Nullable Integer engines;

    @Option(names = "--gateways", paramLabel = "N", description = "Gateways (default: 2, or as described).")
    private @Nullable Integer gateways;

    @Option(names = "--tls", description = "Let the gateways speak HTTPS, with a certificate made for the cluster.")
    private boolean tls;

    @Mixin
    private RuntimeOption runtime = new RuntimeOption();

    @Mixin
    private final ClusterAccess access;

    private final Terminal terminal;

    UpCommand(Terminal terminal, ClusterAccess access) {
        this.terminal = terminal;
        this.access = access;
    }

    @Override
    public Integer call() throws ClusterException {
        ClusterLauncher launcher = access.launcher();
        ClusterSpec spec = spec();
        RuntimeKind kind = runtime.kind(launcher);
        Cluster cluster;
        try (ProgressLine progress = new ProgressLine(terminal, InstantSource.system())) {
            cluster = launcher.start(spec, kind, progress, CancelToken.never());
        }
        cluster.detach();
        NodeTable.print(cluster, terminal);
        terminal.out().println();
        terminal.out().println("Administrator's key: " + cluster.adminKeyFile());
        cluster.certificateFile()
                .ifPresent(
                        file -> terminal.out().println("Gateways' certificate, for other clients to trust: " + file));
        terminal.err().println();
        terminal.err().println("Next: wavetank deploy FILE.bpmn   wavetank status   wavetank down");
        return ExitCode.OK;
    }

    private ClusterSpec spec() throws ClusterException {
        ClusterSpec spec = description == null ? ClusterSpec.DEFAULT : read(description);
        try {
            spec = engines == null ? spec : spec.withEngines(engines);
            spec = tls ? spec.withTls(true) : spec;
            return gateways == null ? spec : spec.withGateways(gateways);
        } catch (IllegalArgumentException e) {
            throw new Problem("This cluster cannot be: " + e.getMessage() + ".", e);
        }
    }

    private static ClusterSpec read(String description) throws ClusterException {
        Optional<Template> template = Templates.find(description).filter(Templates.clusters()::contains);
        if (Files.notExists(Path.of(description)) && template.isPresent()) {
            return ClusterSpecs.parse(new String(template.get().bytes(), StandardCharsets.UTF_8));
        }
        return ClusterSpecs.read(Path.of(description));
    }
}
