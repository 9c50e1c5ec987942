package dev.wavetank.app.workbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.wavetank.app.document.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The settings file. A damaged one costs the settings, not the start.
public final class SettingsStore {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);

    private final Path file;
    private final ObjectMapper json = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL);
    private Settings current;

    public SettingsStore(Path file) {
        this.file = file;
        this.current = read();
    }

    public Settings current() {
        return current;
    }

    /// Keeps `settings` and writes them; a disk that refuses is logged, for nothing the user does depends on it.
    public void save(Settings settings) {
        current = settings;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            AtomicFile.write(file, json.writeValueAsBytes(settings));
        } catch (IOException failure) {
            LOG.warn("The settings cannot be written to {}", file, failure);
        }
    }

    private Settings read() {
        if (!Files.isRegularFile(file)) {
            return Settings.FIRST_RUN;
        }
        try {
            return json.readValue(Files.readAllBytes(file), Settings.class);
        } catch (JsonProcessingException damaged) {
            LOG.warn("The settings in {} are damaged; starting with the first-run settings", file, damaged);
            return Settings.FIRST_RUN;
        } catch (IOException unreadable) {
            LOG.warn("The settings in {} cannot be read", file, unreadable);
            return Settings.FIRST_RUN;
        }
    }
}
