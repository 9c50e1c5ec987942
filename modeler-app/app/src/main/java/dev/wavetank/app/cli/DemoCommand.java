package dev.wavetank.app.cli;

import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.ClusterLauncher;
import dev.wavetank.cluster.api.ClusterSpec;
import dev.wavetank.cluster.api.Experiment;
import dev.wavetank.cluster.api.ExperimentReport;
import dev.wavetank.cluster.api.ExperimentRunner;
import dev.wavetank.cluster.api.RuntimeKind;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.validation.Severity;
import dev.wavetank.core.validation.Validator;
import dev.wavetank.core.xml.DocumentException;
import dev.wavetank.templates.Template;
import dev.wavetank.templates.Templates;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = {
            "Run a process on a real cluster, kill an engine in the middle, and prove that nothing was lost.",
            "",
            "The client writes down each call before it makes it, and each step of the process writes down what it did."
                    + " Afterwards both are compared with the engine's history."
        },
        footer = {
            "",
            "Exit code: 0 nothing was lost or done twice, 1 something was, 2 it could not be judged.",
            "",
            "Examples:",
            "  wavetank demo",
            "  wavetank demo --runtime process --instances 100",
            "  wavetank demo --sabotage       (takeover off: this one must end red)"
        })
final class DemoCommand implements Callable<Integer> {
    private static final Template TEMPLATE = Templates.ORDER_FULFILMENT;

    @Option(
            names = "--instances",
            defaultValue = "300",
            paramLabel = "N",
            description = "Process instances to start (default: ${DEFAULT-VALUE}).")
    private int instances = 300;

    @Option(
            names = "--engines",
            defaultValue = "2",
            paramLabel = "N",
            description = "Engines of the cluster (default: ${DEFAULT-VALUE}).")
    private int engines = 2;

    @Option(
            names = "--kill",
            defaultValue = "engine-1",
            paramLabel = "NODE",
            description = "The node to kill, or none (default: ${DEFAULT-VALUE}).")
    private String kill = "engine-1";

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "Decides the moments of the starts and of the kill (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--load",
            defaultValue = "12",
            paramLabel = "SECONDS",
            description = "Over how long the starts are spread (default: ${DEFAULT-VALUE}).")
    private int load = 12;

    @Option(
            names = "--patience",
            defaultValue = "25",
            paramLabel = "SECONDS",
            description = "Give up when nothing has moved for so long (default: ${DEFAULT-VALUE}).")
    private int patience = 25;

    @Option(names = "--sabotage", description = "Switch the takeover of a dead engine's work off: the proof must fail.")
    private boolean sabotage;

    @Mixin
    private RuntimeOption runtime = new RuntimeOption();

    private final Terminal terminal;
    private final Supplier<ClusterLauncher> launcher;
    private final Supplier<ExperimentRunner> lab;

    DemoCommand(Terminal terminal, Supplier<ClusterLauncher> launcher, Supplier<ExperimentRunner> lab) {
        this.terminal = terminal;
        this.launcher = launcher;
        this.lab = lab;
    }

    @Override
    public Integer call() throws ClusterException {
        validateTemplate();
        RuntimeKind kind = runtime.kind(launcher.get());
        Experiment experiment = experiment(kind);
        terminal.out()
                .println(terminal.bold(TEMPLATE.title()) + ": " + FindingsText.counted(instances, "instance") + " on "
                        + FindingsText.counted(engines, "engine") + ", 2 gateways and a database, as "
                        + (kind == RuntimeKind.DOCKER ? "Docker containers" : "local processes")
                        + experiment
                                .kill()
                                .map(node -> "; " + node + " gets killed")
                                .orElse("")
                        + (sabotage ? "; takeover switched off" : ""));
        ExperimentReport report;
        try (ProgressLine progress = new ProgressLine(terminal, InstantSource.system())) {
            report = lab.get().run(experiment, progress, CancelToken.never());
        }
        return new ReportText(terminal).print(report);
    }

    private Experiment experiment(RuntimeKind kind) {
        try {
            ClusterSpec spec =
                    ClusterSpec.DEFAULT.withName("demo").withEngines(engines).withTakeover(!sabotage);
            Optional<String> victim = Optional.of(kill)
                    .filter(node -> !node.toLowerCase(Locale.ROOT).equals("none"));
            victim.filter(node -> !nodes(spec).contains(node)).ifPresent(node -> {
                throw new Problem("There is no node " + node + " to kill. The nodes are: "
                        + String.join(", ", nodes(spec)) + ".");
            });
            return new Experiment(
                    TEMPLATE.bytes(),
                    TEMPLATE.fileName(),
                    TEMPLATE.name(),
                    spec,
                    kind,
                    instances,
                    Duration.ofSeconds(load),
                    victim,
                    seed,
                    Duration.ofSeconds(patience),
                    Duration.ofMinutes(10));
        } catch (IllegalArgumentException e) {
            throw new Problem("This experiment cannot be: " + e.getMessage() + ".", e);
        }
    }

    private static List<String> nodes(ClusterSpec spec) {
        return Stream.concat(
                        IntStream.rangeClosed(1, spec.engines()).mapToObj(i -> "engine-" + i),
                        IntStream.rangeClosed(1, spec.gateways()).mapToObj(i -> "gateway-" + i))
                .toList();
    }

    private void validateTemplate() {
        try {
            CheckedFile checked = new CheckedFile(
                    Path.of(TEMPLATE.fileName()),
                    Optional.empty(),
                    new Validator().validate(Diagram.read(TEMPLATE.bytes())));
            new FindingsText(terminal).print(checked);
            if (checked.count(Severity.ERROR) > 0) {
                throw new Problem("The template has errors, so it is not run.");
            }
        } catch (DocumentException e) {
            throw new Problem("The template cannot be read: " + e.getMessage(), e);
        }
    }
}
