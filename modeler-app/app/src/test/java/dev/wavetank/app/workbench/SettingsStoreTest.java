package dev.wavetank.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

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
                .withDark(true)
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
        Path file = Files.writeString(folder.resolve("settings.json"), "{\"dark\": true, \"later\": 1}");

        assertThat(new SettingsStore(file).current().dark()).isTrue();
    }
}
