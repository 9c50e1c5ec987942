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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /// What people who come from other BPMN editors press without looking.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Shortcut+N|file.new
            Shortcut+O|file.open
            Shortcut+S|file.save
            Shortcut+Shift+S|file.saveAs
            Shortcut+Alt+S|file.saveAll
            Shortcut+W|file.close
            Shortcut+Shift+T|file.reopen
            Shortcut+Comma|app.settings
            Shortcut+Q|file.quit
            Shortcut+Shift+E|file.export
            Shortcut+Z|edit.undo
            Shortcut+Y|edit.redo
            Shortcut+C|edit.copy
            Shortcut+X|edit.cut
            Shortcut+V|edit.paste
            Shortcut+D|edit.duplicate
            Shortcut+Shift+C|edit.copyPicture
            Shortcut+A|edit.selectAll
            Delete|edit.delete
            Backspace|edit.delete
            Shortcut+F|edit.find
            E|edit.rename
            R|edit.replace
            A|edit.append
            N|edit.create
            H|tool.hand
            L|tool.lasso
            S|tool.space
            C|tool.connect
            Shortcut+Equals|view.zoomIn
            Shortcut+Plus|view.zoomIn
            Shortcut+Minus|view.zoomOut
            Shortcut+0|view.actualSize
            Shortcut+1|view.fit
            Shortcut+P|view.rightPanel
            Shortcut+B|view.bottomPanel
            Shortcut+G|view.grid
            F11|view.fullScreen
            F6|view.nextArea
            Shift+F6|view.previousArea
            """)
    void theKeysThatPeopleKnowMeanWhatTheyKnow(String key, String command) {
        assertThat(new KeyMap(folder.resolve("none")).ownerOf(key)).contains(command);
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
