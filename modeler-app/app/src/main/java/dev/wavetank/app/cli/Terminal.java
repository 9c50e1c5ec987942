package dev.wavetank.app.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Map;

/// Where the commands write.
///
/// @param out results
/// @param err progress and complaints
/// @param interactive a person looks on: colours, and progress lines that are written over
record Terminal(PrintWriter out, PrintWriter err, boolean interactive) {

    /// The standard streams. `NO_COLOR` (no-color.org) and a dumb terminal switch colours and overwriting off.
    static Terminal standard(Map<String, String> environment) {
        Console console = System.console();
        boolean interactive = console != null
                && console.isTerminal()
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.get("TERM"));
        Charset charset = Charset.forName(System.getProperty("stdout.encoding", "UTF-8"));
        return new Terminal(
                new PrintWriter(System.out, true, charset), new PrintWriter(System.err, true, charset), interactive);
    }

    String red(String text) {
        return styled("31", text);
    }

    String green(String text) {
        return styled("32", text);
    }

    String yellow(String text) {
        return styled("33", text);
    }

    String dim(String text) {
        return styled("2", text);
    }

    String bold(String text) {
        return styled("1", text);
    }

    private String styled(String style, String text) {
        return interactive ? "\u001b[" + style + "m" + text + "\u001b[0m" : text;
    }
}
