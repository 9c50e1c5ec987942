package dev.wavetank.app.workbench;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Keys without a modifier (H, L, Delete …) belong to the canvas: they must not fire while somebody types. The
/// window handles the others as menu accelerators.
public final class CanvasKeys {
    private final CommandRegistry commands;
    private final KeyMap keys;

    public CanvasKeys(CommandRegistry commands, KeyMap keys) {
        this.commands = commands;
        this.keys = keys;
    }

    static boolean needsModifier(KeyCombination key) {
        return key.getShortcut() == KeyCombination.ModifierValue.DOWN
                || key.getControl() == KeyCombination.ModifierValue.DOWN
                || key.getAlt() == KeyCombination.ModifierValue.DOWN
                || key.getMeta() == KeyCombination.ModifierValue.DOWN
                || key instanceof KeyCodeCombination code && code.getCode().isFunctionKey();
    }

    /// The command of that id.
    public Optional<AppCommand> command(String id) {
        return commands.find(id);
    }

    /// Words for a tooltip, with the key that does the same.
    public String withKey(String id, String words) {
        return keys.keyOf(id)
                .map(key -> words + "  (" + key.getDisplayText() + ")")
                .orElse(words);
    }

    /// The command that a key means on the canvas, if it can run now.
    public Optional<AppCommand> commandFor(KeyEvent event) {
        return commands.all().stream()
                .filter(command -> means(command, event))
                .filter(command -> command.enabled().get())
                .findFirst();
    }

    /// The first key with a modifier is the menu's business.
    private boolean means(AppCommand command, KeyEvent event) {
        List<KeyCombination> all = keys.keysOf(command.id());
        return all.stream().anyMatch(key -> key.match(event) && (!needsModifier(key) || !key.equals(all.getFirst())));
    }
}
