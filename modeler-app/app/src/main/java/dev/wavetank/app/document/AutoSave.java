package dev.wavetank.app.document;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.ui.LatestWork;
import dev.wavetank.app.ui.Tasks;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javafx.util.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes each document with unsaved changes to the crash journal, a moment after the last change.
final class AutoSave {
    private static final Logger LOG = LoggerFactory.getLogger(AutoSave.class);
    private static final Duration CALM = Duration.ofSeconds(1);

    private final Journal journal;
    private final Tasks tasks;
    private final Messages messages;
    private final Map<String, Watch> watches = new HashMap<>();

    private record Watch(LatestWork work, Subscription changes) {}

    AutoSave(Journal journal, Tasks tasks, Messages messages) {
        this.journal = journal;
        this.tasks = tasks;
        this.messages = messages;
    }

    void watch(DocumentSession session) {
        if (watches.containsKey(session.id())) {
            return;
        }
        var work = new LatestWork(tasks, messages.text("document.job.journal"), CALM);
        Subscription changes = session.diagramProperty().subscribe(diagram -> {
            if (!session.isDirty()) {
                work.cancel();
                journal.forget(session.id());
                return;
            }
            var document = diagram.document();
            var file = session.file();
            var stamp = session.stamp();
            work.request(
                    _ -> {
                        journal.write(session.id(), file, stamp, document.bytes());
                        return session.id();
                    },
                    _ -> {},
                    failure -> LOG.warn("The crash journal cannot be written", failure));
        });
        watches.put(session.id(), new Watch(work, changes));
    }

    /// The document is saved or closed: nothing of it need survive a crash. It is watched on while it is open.
    void forget(DocumentSession session) {
        Watch watch = watches.get(session.id());
        if (watch != null) {
            watch.work().cancel();
        }
        journal.forget(session.id());
    }
}
