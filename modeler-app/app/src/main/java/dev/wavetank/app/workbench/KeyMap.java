package dev.wavetank.app.workbench;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javafx.scene.input.KeyCharacterCombination;
import javafx.scene.input.KeyCombination;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which key asks for which command: the shipped `keymap.properties`, overlaid by the user's file of the same form
/// (`file.save=Shortcut+S`; an empty value takes a key away).
public final class KeyMap {
    private static final Logger LOG = LoggerFactory.getLogger(KeyMap.class);

    private final Map<String, List<KeyCombination>> keys = new LinkedHashMap<>();

    /// @param overrides the user's own file, which need not exist
    public KeyMap(Path overrides) {
        try (var shipped = KeyMap.class.getResourceAsStream("keymap.properties")) {
            if (shipped == null) {
                throw new IllegalStateException("keymap.properties is missing from the program");
            }
            read(new InputStreamReader(shipped, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new IllegalStateException("keymap.properties cannot be read", unreadable);
        }
        if (Files.isRegularFile(overrides)) {
            try (var own = Files.newBufferedReader(overrides)) {
                read(own);
            } catch (IOException unreadable) {
                LOG.warn("The key map {} cannot be read; the shipped keys stay", overrides, unreadable);
            }
        }
    }

    public Optional<KeyCombination> keyOf(String commandId) {
        return keys.getOrDefault(commandId, List.of()).stream().findFirst();
    }

    /// All its keys, the first of which menus show.
    public List<KeyCombination> keysOf(String commandId) {
        return keys.getOrDefault(commandId, List.of());
    }

    public Map<String, List<KeyCombination>> all() {
        return Map.copyOf(keys);
    }

    private void read(Reader source) throws IOException {
        var lines = new Properties();
        lines.load(source);
        lines.forEach((id, combinations) -> {
            List<KeyCombination> known = new ArrayList<>();
            for (String combination : combinations.toString().split("\\|", -1)) {
                if (!combination.isBlank()) {
                    parse(id.toString(), combination.strip()).ifPresent(known::add);
                }
            }
            if (!known.isEmpty()) {
                keys.put(id.toString(), List.copyOf(known));
            } else if (combinations.toString().isBlank()) {
                keys.remove(id.toString());
            }
        });
    }

    /// A misspelt key (`Shortcut+Delte`) would be taken for a character that no keyboard has, so it is refused.
    private static Optional<KeyCombination> parse(String id, String text) {
        try {
            var combination = KeyCombination.valueOf(text);
            boolean misspelt = combination instanceof KeyCharacterCombination character
                    && character.getCharacter().length() != 1;
            if (!misspelt) {
                return Optional.of(combination);
            }
        } catch (IllegalArgumentException malformed) {
            LOG.debug("Not a key: {}", text, malformed);
        }
        LOG.warn("The key map has no key called {} (for {})", text, id);
        return Optional.empty();
    }
}
