package dev.wavetank.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

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

    Cli(Terminal terminal) {
        this.terminal = terminal;
    }

    /// Runs one command line on the standard streams.
    ///
    /// @return the exit code
    public static int run(String... arguments) {
        return new Cli(Terminal.standard(System.getenv())).execute(arguments);
    }

    int execute(String... arguments) {
        CommandLine root = new CommandLine(this);
        root.addSubcommand(new ValidateCommand(terminal));
        root.addSubcommand(new ConvertCommand(terminal));
        root.addSubcommand(new RenderCommand(terminal));
        root.addSubcommand(new TemplatesCommand(terminal));
        root.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().mixinStandardHelpOptions(true));
        root.setOut(terminal.out());
        root.setErr(terminal.err());
        root.setColorScheme(CommandLine.Help.defaultColorScheme(
                terminal.interactive() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setUsageHelpAutoWidth(true);
        root.setExecutionExceptionHandler((failure, command, result) -> fail(failure));
        int code = root.execute(arguments);
        terminal.out().flush();
        terminal.err().flush();
        return code;
    }

    private int fail(Exception failure) {
        if (failure instanceof Problem problem) {
            terminal.err().println(terminal.red("wavetank: ") + problem.getMessage());
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
