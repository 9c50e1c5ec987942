package dev.wavetank.app.feature.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.workbench.CommandRegistry;
import dev.wavetank.app.workbench.KeyMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyMapViewModelTest {
    @TempDir
    Path folder;

    private KeyMap keys;
    private KeyMapViewModel model;

    @BeforeEach
    void open() {
        keys = new KeyMap(folder.resolve("keymap.properties"));
        var commands = new CommandRegistry()
                .add("file.save", () -> {})
                .add("edit.copy", () -> {})
                .add("edit.create", () -> {});
        model = new KeyMapViewModel(new Messages(Locale.ENGLISH), commands, keys);
        model.refresh();
    }

    private KeyMap again() {
        return new KeyMap(folder.resolve("keymap.properties"));
    }

    private String keysOf(String command) {
        return model.rows().stream()
                .filter(row -> row.command().equals(command))
                .findFirst()
                .orElseThrow()
                .keys();
    }

    @Test
    void aRecordedKeyIsKeptForTheNextStart() {
        assertThat(model.assign("edit.create", "Shortcut+J")).isTrue();

        assertThat(keysOf("edit.create")).isEqualTo("Ctrl+J");
        assertThat(again().namesOf("edit.create")).containsExactly("Shortcut+J");
        assertThat(again().namesOf("file.save")).containsExactly("Shortcut+S");
    }

    @Test
    void aKeyThatIsTakenNamesItsCommandAndIsTakenOverOnlyThen() {
        assertThat(model.assign("edit.create", "Shortcut+S")).isFalse();
        assertThat(model.conflictProperty().get()).contains("Ctrl+S").contains("Save");
        assertThat(keysOf("file.save")).isEqualTo("Ctrl+S");

        model.takeOver();

        assertThat(keysOf("edit.create")).isEqualTo("Ctrl+S");
        assertThat(keysOf("file.save")).isEmpty();
        assertThat(model.conflictProperty().get()).isEmpty();
        assertThat(again().keysOf("file.save")).isEmpty();
    }

    @Test
    void aCommandGoesBackToItsUsualKey() {
        model.assign("edit.create", "Shortcut+S");
        model.takeOver();

        model.reset("file.save");
        assertThat(keysOf("file.save")).isEqualTo("Ctrl+S");
        assertThat(keysOf("edit.create")).isEmpty();

        model.resetAll();
        assertThat(keysOf("edit.create")).isEqualTo("N");
        assertThat(folder.resolve("keymap.properties")).isEmptyFile();
    }

    @Test
    void keysCanBeTakenAway() {
        model.clear("edit.copy");

        assertThat(keysOf("edit.copy")).isEmpty();
        assertThat(again().keysOf("edit.copy")).isEmpty();
    }

    @Test
    void theTableIsSearchedByWordsAndKeys() {
        model.soughtProperty().set("ctrl+c");
        assertThat(model.rows()).extracting(KeyRow::command).isEqualTo(List.of("edit.copy"));
        model.soughtProperty().set("save");
        assertThat(model.rows()).extracting(KeyRow::command).isEqualTo(List.of("file.save"));
        assertThat(Files.exists(folder.resolve("keymap.properties"))).isFalse();
    }
}
