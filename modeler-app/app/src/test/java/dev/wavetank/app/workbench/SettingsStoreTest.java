package dev.wavetank.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.app.i18n.Language;
import dev.wavetank.app.theme.ThemeChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsStoreTest {
    @TempDir
    Path folder;

    @Test
    void whatIsSavedIsReadAgain() {
        Path file = folder.resolve("deep").resolve("settings.json");
        var settings = Settings.FIRST_RUN
                .withLook(new Look(Language.CHINESE, ThemeChoice.DARK, true))
                .withWindow(new Settings.Place(1, 2, 800, 600, false))
                .withDividers(Map.of("right", 0.8))
                .withPanels(false, true, false)
                .withFiles(List.of("/a.bpmn"), List.of("/b.bpmn"));

        new SettingsStore(file).save(settings);

        assertThat(new SettingsStore(file).current()).isEqualTo(settings);
    }

    @Test
    void damagedSettingsDoNotStopTheStart() throws IOException {
        Path file = Files.writeString(folder.resolve("settings.json"), "{\"dark\": tru");

        assertThat(new SettingsStore(file).current()).isEqualTo(Settings.FIRST_RUN);
    }

    @Test
    void settingsOfANewerVersionAreRead() throws IOException {
        Path file = Files.writeString(
                folder.resolve("settings.json"),
                "{\"minimap\": true, \"look\": {\"theme\": \"DARK\", \"language\": \"KLINGON\"}, \"later\": 1}");

        assertThat(new SettingsStore(file).current().look())
                .isEqualTo(new Look(Language.SYSTEM, ThemeChoice.DARK, false));
    }
}
