package dev.wavetank.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.app.i18n.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyMapTest {
    @TempDir
    Path folder;

    @Test
    void theUsersKeysWin() throws IOException {
        Path own = Files.writeString(folder.resolve("keys"), "file.save=Alt+S\ntool.hand=\nedit.undo=Nonsense+?\n");

        var keys = new KeyMap(own);

        assertThat(keys.keyOf("file.save")).contains(KeyCombination.valueOf("Alt+S"));
        assertThat(keys.keyOf("tool.hand")).isEmpty();
        assertThat(keys.keyOf("edit.undo")).contains(KeyCombination.valueOf("Shortcut+Z"));
    }

    @Test
    void noKeyMeansTwoCommands() {
        var keys = new KeyMap(folder.resolve("none"));

        assertThat(keys.all().values().stream().flatMap(List::stream)).doesNotHaveDuplicates();
    }

    @Test
    void everyCommandWithAKeyHasWords() {
        var messages = new Messages(Locale.ENGLISH);

        assertThat(new KeyMap(folder.resolve("none")).all().keySet())
                .allSatisfy(id ->
                        assertThat(messages.has(AppCommand.words(id))).as(id).isTrue());
    }
}
