package dev.wavetank.app.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.ui.CurrentThreadTasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentFilesTest {
    @TempDir
    Path folder;

    private final RecentFiles recent =
            new RecentFiles(new CurrentThreadTasks(), new Messages(Locale.ENGLISH), List.of(), List.of());

    @Test
    void theNewestComesFirstAndEachOnce() {
        Path a = folder.resolve("a.bpmn");
        Path b = folder.resolve("b.bpmn");

        recent.remember(a);
        recent.remember(b);
        recent.remember(a);

        assertThat(recent.files()).containsExactly(a, b);
    }

    @Test
    void whatIsPinnedStaysOnTopAndInTheList() {
        Path pinned = folder.resolve("pinned.bpmn");
        recent.remember(pinned);
        recent.pin(pinned, true);
        for (int i = 0; i < 30; i++) {
            recent.remember(folder.resolve(i + ".bpmn"));
        }
        assertThat(recent.files()).hasSize(20).startsWith(pinned, folder.resolve("29.bpmn"));

        recent.clear();

        assertThat(recent.files()).containsExactly(pinned);
    }

    @Test
    void aFileThatIsGoneIsMarkedUntilItComesBack() throws IOException {
        Path file = folder.resolve("a.bpmn");
        recent.remember(file);

        recent.look();
        assertThat(recent.entries()).singleElement().matches(RecentFiles.Entry::missing);

        Files.writeString(file, "x");
        recent.look();
        assertThat(recent.entries()).singleElement().matches(entry -> !entry.missing());
    }
}
