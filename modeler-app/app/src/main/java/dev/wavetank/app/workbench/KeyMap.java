package dev.wavetank.app.workbench;

import dev.wavetank.app.document.AtomicFile;
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
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCharacterCombination;
import javafx.scene.input.KeyCombination;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which key asks for which command: the shipped `keymap.properties`, overlaid by the user's file of the same form
/// (`file.save=Shortcut+S`; an empty value takes a key away). The user's file holds only what differs.
public final class KeyMap {
    private static final Logger LOG = LoggerFactory.getLogger(KeyMap.class);

    private final Path overrides;
    private final Map<String, List<KeyCombination>> keys = new LinkedHashMap<>();
    private final Map<String, List<KeyCombination>> shipped;
    private final List<Runnable> listeners = new ArrayList<>();

    /// @param overrides the user's own file, which need not exist
    public KeyMap(Path overrides) {
        this.overrides = overrides;
        try (var own = KeyMap.class.getResourceAsStream("keymap.properties")) {
            if (own == null) {
                throw new IllegalStateException("keymap.properties is missing from the program");
            }
            read(new InputStreamReader(own, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new IllegalStateException("keymap.properties cannot be read", unreadable);
        }
        shipped = Map.copyOf(keys);
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

    /// Its keys as they are written in the file, such as `Shortcut+S`.
    public List<String> namesOf(String commandId) {
        return keysOf(commandId).stream().map(KeyCombination::getName).toList();
    }

    /// Its keys as a person reads them, such as `Ctrl+S`.
    public String words(String commandId) {
        return keysOf(commandId).stream().map(KeyCombination::getDisplayText).collect(Collectors.joining(", "));
    }

    /// The command that has the key now.
    public Optional<String> ownerOf(String name) {
        Optional<KeyCombination> key = parse("", name);
        return keys.entrySet().stream()
                .filter(entry -> key.filter(entry.getValue()::contains).isPresent())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// Gives a command another first key; whatever had the key loses it.
    public void assign(String commandId, String name) {
        parse(commandId, name).ifPresent(key -> {
            List.copyOf(keys.keySet()).forEach(other -> change(other, without(keysOf(other), key)));
            List<KeyCombination> more = new ArrayList<>();
            more.add(key);
            keysOf(commandId).stream().skip(1).forEach(more::add);
            change(commandId, more);
            changed();
        });
    }

    /// Takes all keys from a command.
    public void clear(String commandId) {
        change(commandId, List.of());
        changed();
    }

    /// Gives a command the keys that are shipped with the program, and takes those from whatever else has them.
    public void reset(String commandId) {
        List<KeyCombination> back = shipped.getOrDefault(commandId, List.of());
        for (KeyCombination key : back) {
            List.copyOf(keys.keySet()).forEach(other -> change(other, without(keysOf(other), key)));
        }
        change(commandId, back);
        changed();
    }

    public void resetAll() {
        keys.clear();
        keys.putAll(shipped);
        changed();
    }

    public boolean isShipped(String commandId) {
        return keysOf(commandId).equals(shipped.getOrDefault(commandId, List.of()));
    }

    /// Runs after each change.
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private static List<KeyCombination> without(List<KeyCombination> known, KeyCombination key) {
        return known.stream().filter(other -> !other.equals(key)).toList();
    }

    private void change(String commandId, List<KeyCombination> wanted) {
        if (wanted.isEmpty()) {
            keys.remove(commandId);
        } else {
            keys.put(commandId, List.copyOf(wanted));
        }
    }

    private void changed() {
        save();
        listeners.forEach(Runnable::run);
    }

    /// A disk that refuses is logged: the keys work until the program ends.
    private void save() {
        Map<String, String> own = new TreeMap<>();
        shipped.keySet().stream().filter(id -> !isShipped(id)).forEach(id -> own.put(id, written(id)));
        keys.keySet().stream().filter(id -> !isShipped(id)).forEach(id -> own.put(id, written(id)));
        String text = own.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().replace("\\", "\\\\") + "\n")
                .collect(Collectors.joining());
        try {
            Files.createDirectories(overrides.toAbsolutePath().getParent());
            AtomicFile.write(overrides, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            LOG.warn("The key map cannot be written to {}", overrides, failure);
        }
    }

    private String written(String commandId) {
        return String.join(" | ", namesOf(commandId));
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
