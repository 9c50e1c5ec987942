package dev.wavetank.app;

import dev.wavetank.app.cli.Cli;
import dev.wavetank.app.workbench.DisplayCheck;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;

/// The program's entry. It is no JavaFX application itself, because Java would then want JavaFX on the module
/// path.
public final class Main {
    private Main() {}

    /// Without arguments, with `open`, or with BPMN files alone the desktop opens; anything else is for the
    /// command line.
    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        if (!opensDesktop(words)) {
            System.exit(Cli.run(arguments));
        }
        Optional<String> noDisplay = DisplayCheck.problem(System.getenv(), System.getProperty("os.name", ""));
        if (noDisplay.isPresent()) {
            System.err.println("wavetank: " + noDisplay.get());
            System.exit(2);
        }
        List<String> files = words.stream().filter(word -> !"open".equals(word)).toList();
        Application.launch(DesktopApplication.class, files.toArray(String[]::new));
    }

    static boolean opensDesktop(List<String> words) {
        return words.isEmpty()
                || "open".equals(words.getFirst())
                || words.stream().allMatch(word -> word.endsWith(".bpmn") || word.endsWith(".xml"));
    }
}
