package dev.wavetank.app.document;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.ui.Tasks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Notices when another program changes an open file. It looks at size and time of change every two seconds, which
/// works on every file system, network drives included, where watch services do not.
public final class OutsideChanges {
    private static final Duration BEAT = Duration.ofSeconds(2);

    private final Workspace workspace;
    private final Tasks tasks;
    private final Messages messages;

    public OutsideChanges(Workspace workspace, Tasks tasks, Messages messages) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.messages = messages;
    }

    /// Begins to look, and goes on for as long as the program runs.
    public void watch() {
        tasks.later(BEAT, () -> {
            Map<DocumentSession, Path> files = new HashMap<>();
            workspace.sessions().forEach(session -> session.file().ifPresent(file -> files.put(session, file)));
            tasks.submit(
                    messages.text("document.job.watch"),
                    _ -> look(files),
                    stamps -> {
                        stamps.forEach(DocumentSession::seenOnDisk);
                        watch();
                    },
                    _ -> watch());
        });
    }

    private static Map<DocumentSession, Optional<FileStamp>> look(Map<DocumentSession, Path> files) {
        Map<DocumentSession, Optional<FileStamp>> stamps = new HashMap<>();
        files.forEach((session, file) -> stamps.put(session, FileStamp.of(file)));
        return stamps;
    }
}
