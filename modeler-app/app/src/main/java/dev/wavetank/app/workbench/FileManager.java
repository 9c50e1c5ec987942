package dev.wavetank.app.workbench;

import dev.wavetank.app.document.Dialogs;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.ui.Tasks;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// Shows a file in the platform's file manager, or opens it in the program that the platform has for it.
public final class FileManager {
    private static final int PATIENCE_SECONDS = 10;

    private final Tasks tasks;
    private final Messages messages;
    private final Dialogs dialogs;

    public FileManager(Tasks tasks, Messages messages, Dialogs dialogs) {
        this.tasks = tasks;
        this.messages = messages;
        this.dialogs = dialogs;
    }

    public void reveal(Path file) {
        run(command(os(), file), 1, messages.text("reveal.failed", folder(file)));
    }

    /// Opens a file in its program.
    public void open(Path file) {
        run(program(os(), file), 0, messages.text("program.none", String.valueOf(file.getFileName())));
    }

    /// @param well the highest exit code that means that all went well
    private void run(List<String> command, int well, String failed) {
        tasks.submit(
                messages.text("reveal.job"),
                _ -> {
                    Process asked = new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
                    return !asked.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || asked.exitValue() <= well;
                },
                shown -> {
                    if (!shown) {
                        dialogs.error(failed);
                    }
                },
                _ -> dialogs.error(failed));
    }

    private static String os() {
        return System.getProperty("os.name", "");
    }

    static List<String> program(String osName, Path file) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.contains("mac")) {
            return List.of("open", file.toString());
        }
        if (os.contains("win")) {
            return List.of("rundll32.exe", "url.dll,FileProtocolHandler", file.toString());
        }
        return List.of("xdg-open", file.toString());
    }

    /// Linux has no common way to mark the file in its folder, so the folder is shown. The Explorer of Windows
    /// ends with 1 when all went well.
    static List<String> command(String osName, Path file) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.contains("mac")) {
            return List.of("open", "-R", file.toString());
        }
        if (os.contains("win")) {
            return List.of("explorer.exe", "/select," + file);
        }
        return List.of("xdg-open", folder(file));
    }

    private static String folder(Path file) {
        return String.valueOf(file.toAbsolutePath().getParent());
    }
}
