package dev.wavetank.app.document;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.ui.Tasks;
import dev.wavetank.core.xml.XmlDocument;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Notices when another program changes, removes or renames an open file. It looks at size and time of change
/// every two seconds, which works on every file system, network drives included, where watch services do not; a
/// file that was only touched is not a changed one, so its content is compared.
public final class OutsideChanges {
    private static final Duration BEAT = Duration.ofSeconds(2);
    private static final int NEIGHBOURS = 2000;

    private final Workspace workspace;
    private final Tasks tasks;
    private final Messages messages;

    /// A document as it was known when the look began: one that is saved meanwhile is not judged by an older look.
    private record Known(DocumentSession session, Path file, Optional<FileStamp> stamp, XmlDocument content) {}

    private record Seen(Known known, Optional<FileStamp> now, Optional<Outside> what) {}

    public OutsideChanges(Workspace workspace, Tasks tasks, Messages messages) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.messages = messages;
    }

    /// Begins to look, and goes on for as long as the program runs.
    public void watch() {
        tasks.later(BEAT, () -> {
            List<Known> known = new ArrayList<>();
            workspace
                    .sessions()
                    .forEach(session -> session.file()
                            .ifPresent(
                                    file -> known.add(new Known(session, file, session.seenStamp(), session.saved()))));
            tasks.submit(
                    messages.text("document.job.watch"),
                    _ -> known.stream().flatMap(one -> look(one).stream()).toList(),
                    seen -> {
                        seen.forEach(OutsideChanges::tell);
                        watch();
                    },
                    _ -> watch());
        });
    }

    private static void tell(Seen seen) {
        seen.known().session().seenOnDisk(seen.known().file(), seen.known().stamp(), seen.now(), seen.what());
    }

    /// Empty if nothing happened.
    private static Optional<Seen> look(Known known) {
        Optional<FileStamp> now = FileStamp.of(known.file());
        if (now.equals(known.stamp()) || known.stamp().isEmpty() && now.isEmpty()) {
            return Optional.empty();
        }
        if (now.isEmpty()) {
            Outside gone = known.stamp()
                    .flatMap(stamp -> renamed(known, stamp))
                    .<Outside>map(Outside.Renamed::new)
                    .orElseGet(Outside.Gone::new);
            return Optional.of(new Seen(known, now, Optional.of(gone)));
        }
        boolean same;
        try {
            same = Arrays.equals(
                    Files.readAllBytes(known.file()), known.content().bytes());
        } catch (IOException beingWritten) {
            return Optional.empty();
        }
        return Optional.of(new Seen(known, now, same ? Optional.empty() : Optional.of(new Outside.Changed())));
    }

    /// A file of the same folder that has the size, the time and the content of the one that is gone.
    private static Optional<Path> renamed(Known known, FileStamp stamp) {
        Path folder = known.file().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> neighbours = Files.newDirectoryStream(folder)) {
            int looked = 0;
            for (Path neighbour : neighbours) {
                if (++looked > NEIGHBOURS) {
                    break;
                }
                if (FileStamp.of(neighbour).filter(stamp::equals).isPresent()
                        && Files.isRegularFile(neighbour)
                        && Arrays.equals(
                                Files.readAllBytes(neighbour), known.content().bytes())) {
                    return Optional.of(neighbour);
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
