package dev.wavetank.app.document;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.ui.Tasks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The files opened last: pinned ones first, then the newest. A file that is not there any more stays, marked, for
/// it may be on a drive that comes back.
public final class RecentFiles {
    private static final int MOST = 20;

    private final Tasks tasks;
    private final Messages messages;
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final ObservableList<Entry> view = FXCollections.unmodifiableObservableList(entries);

    /// One file of the list.
    public record Entry(Path file, boolean pinned, boolean missing) {
        /// Its name without the folder.
        public String name() {
            return String.valueOf(file.getFileName());
        }
    }

    /// @param newest newest first
    public RecentFiles(Tasks tasks, Messages messages, List<Path> newest, List<Path> pinned) {
        this.tasks = tasks;
        this.messages = messages;
        for (Path file : pinned) {
            entries.add(new Entry(file, true, false));
        }
        for (Path file : newest) {
            if (!pinned.contains(file)) {
                entries.add(new Entry(file, false, false));
            }
        }
    }

    public ObservableList<Entry> entries() {
        return view;
    }

    /// Newest first, whether pinned or not.
    public List<Path> files() {
        return entries.stream().map(Entry::file).toList();
    }

    public List<Path> pinned() {
        return entries.stream().filter(Entry::pinned).map(Entry::file).toList();
    }

    /// Looks in the background which files are still there.
    public void look() {
        List<Path> files = files();
        tasks.submit(
                messages.text("recent.job"),
                _ -> new HashSet<>(files.stream().filter(Files::isRegularFile).toList()),
                this::mark,
                _ -> {});
    }

    private void mark(Set<Path> there) {
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            boolean missing = !there.contains(entry.file());
            if (entry.missing() != missing) {
                entries.set(i, new Entry(entry.file(), entry.pinned(), missing));
            }
        }
    }

    void remember(Path file) {
        List<Entry> now = new ArrayList<>(entries);
        boolean pinned =
                now.stream().anyMatch(entry -> entry.pinned() && entry.file().equals(file));
        now.removeIf(entry -> entry.file().equals(file));
        now.addFirst(new Entry(file, pinned, false));
        sort(now);
        while (now.size() > MOST && !now.getLast().pinned()) {
            now.removeLast();
        }
        entries.setAll(now);
    }

    public void pin(Path file, boolean pinned) {
        List<Entry> now = new ArrayList<>(entries);
        now.replaceAll(entry -> entry.file().equals(file) ? new Entry(file, pinned, entry.missing()) : entry);
        sort(now);
        entries.setAll(now);
    }

    public void forget(Path file) {
        entries.removeIf(entry -> entry.file().equals(file));
    }

    /// Empties the list; what is pinned stays.
    public void clear() {
        entries.removeIf(Predicate.not(Entry::pinned));
    }

    private static void sort(List<Entry> entries) {
        entries.sort(Comparator.comparing(entry -> !entry.pinned()));
    }
}
