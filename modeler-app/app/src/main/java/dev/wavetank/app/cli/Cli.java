package dev.wavetank.app.cli;

import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.ClusterLauncher;
import dev.wavetank.cluster.api.Clusters;
import dev.wavetank.cluster.api.LauncherSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command line as a whole: it knows the commands, what a failure looks like, and the exit codes.
@Command(
        name = "wavetank",
        mixinStandardHelpOptions = true,
        versionProvider = Cli.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Draw BPMN processes, run them on a real Flowable cluster, break it, and prove that nothing was lost.",
        footer = {
            "",
            "Without a command, or with BPMN files, the desktop opens. Help on one: wavetank COMMAND --help",
            "",
            "A first run, in the terminal: wavetank demo"
        })
public final class Cli {
    private final Terminal terminal;
    private final LauncherSettings settings;
    private @Nullable ClusterLauncher launcher;

    Cli(Terminal terminal, LauncherSettings settings) {
        this.terminal = terminal;
        this.settings = settings;
    }

    /// Runs one command line on the standard streams.
    ///
    /// @return the exit code
    public static int run(String... arguments) {
        return new Cli(Terminal.standard(System.getenv()), LauncherSettings.fromEnvironment()).execute(arguments);
    }

    int execute(String... arguments) {
        CommandLine root = commandLine();
        int code = root.execute(arguments);
        terminal.out().flush();
        terminal.err().flush();
        return code;
    }

    private CommandLine commandLine() {
        CommandLine root = new CommandLine(this);
        commands().forEach(command -> {
            root.addSubcommand(command);
        });
        root.getSubcommands().values().forEach(Cli::offerHelp);
        root.addSubcommand(new CommandLine.HelpCommand());
        root.setOut(terminal.out());
        root.setErr(terminal.err());
        root.setColorScheme(CommandLine.Help.defaultColorScheme(
                terminal.interactive() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setUsageHelpAutoWidth(true);
        root.setParameterExceptionHandler((failure, words) -> misunderstood(failure));
        root.setExecutionExceptionHandler((failure, command, result) -> fail(failure));
        return root;
    }

    private static void offerHelp(CommandLine command) {
        command.addMixin("help", new HelpOption());
        command.getSubcommands().values().forEach(Cli::offerHelp);
    }

    private List<Object> commands() {
        ClusterAccess access = new ClusterAccess(this::launcher);
        return List.of(
                new DemoCommand(terminal, this::launcher, () -> Clusters.lab(launcher(), settings)),
                new UpCommand(terminal, access),
                new StatusCommand(terminal, access),
                new DeployCommand(terminal, access),
                new StartCommand(terminal, access),
                new LogsCommand(terminal, access),
                new KillCommand(terminal, access),
                new InstancesCommand(terminal, access),
                new JobsCommand(terminal, access),
                new ScaleCommand(terminal, access),
                new RestartCommand(terminal, access),
                new RepairCommand(terminal, access),
                new TenantsCommand(terminal, access),
                new DownCommand(terminal, access),
                new ValidateCommand(terminal),
                new ConvertCommand(terminal),
                new RenderCommand(terminal),
                new TemplatesCommand(terminal),
                new DoctorCommand(terminal, this::launcher, settings, System.getenv()));
    }

    private ClusterLauncher launcher() {
        ClusterLauncher known = launcher;
        if (known == null) {
            known = Clusters.launcher(settings);
            launcher = known;
        }
        return known;
    }

    private int misunderstood(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        String sentence = failure instanceof UnmatchedArgumentException unmatched
                ? "there is no command or option '" + unmatched.getUnmatched().getFirst() + "'."
                : String.valueOf(failure.getMessage());
        terminal.err().println(terminal.red("wavetank: ") + sentence);
        if (!UnmatchedArgumentException.printSuggestions(failure, terminal.err())) {
            terminal.err().println("Help: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return ExitCode.UNABLE;
    }

    private int fail(Exception failure) {
        if (failure instanceof Problem || failure instanceof ClusterException) {
            terminal.err().println(terminal.red("wavetank: ") + failure.getMessage());
        } else {
            terminal.err().println(terminal.red("wavetank: ") + "this is a mistake of the program itself: " + failure);
            failure.printStackTrace(terminal.err());
        }
        return ExitCode.UNABLE;
    }

    /// The version of the jar, or "development" when run from classes.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Cli.class.getPackage().getImplementationVersion();
            return new String[] {
                "Wavetank " + (version == null ? "development" : version),
                "Java " + Runtime.version() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
            };
        }
    }
}
