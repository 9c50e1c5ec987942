package dev.wavetank.app.feature.keys;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.workbench.AppCommand;
import dev.wavetank.app.workbench.CommandRegistry;
import dev.wavetank.app.workbench.KeyMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// All commands with their keys, and how one gets other keys. A key that another command has is taken over only when
/// it is asked for a second time: the first time the other command is named.
public final class KeyMapViewModel {
    private final Messages messages;
    private final CommandRegistry commands;
    private final KeyMap keys;
    private final ObservableList<KeyRow> rows = FXCollections.observableArrayList();
    private final StringProperty sought = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper conflict = new ReadOnlyStringWrapper("");

    private record Wish(String command, String key) {}

    private Optional<Wish> refused = Optional.empty();

    public KeyMapViewModel(Messages messages, CommandRegistry commands, KeyMap keys) {
        this.messages = messages;
        this.commands = commands;
        this.keys = keys;
        keys.onChange(this::refresh);
        sought.subscribe(this::refresh);
    }

    public ObservableList<KeyRow> rows() {
        return rows;
    }

    public StringProperty soughtProperty() {
        return sought;
    }

    /// Which command has the key that was asked for; empty if there is nothing in its way.
    public ReadOnlyStringProperty conflictProperty() {
        return conflict.getReadOnlyProperty();
    }

    /// Gives the command that key.
    ///
    /// @param key as the key map writes it, such as `Shortcut+S`
    /// @return false if another command has it and this was the first time
    public boolean assign(String command, String key) {
        Optional<String> owner = keys.ownerOf(key).filter(other -> !other.equals(command));
        var wish = new Wish(command, key);
        if (owner.isPresent() && !refused.equals(Optional.of(wish))) {
            refused = Optional.of(wish);
            conflict.set(messages.text("keys.conflict", key.replace("Shortcut", "Ctrl"), words(owner.get())));
            return false;
        }
        forgetConflict();
        keys.assign(command, key);
        return true;
    }

    /// Gives it the key that was refused before.
    public void takeOver() {
        refused.ifPresent(wish -> assign(wish.command, wish.key));
    }

    public void forgetConflict() {
        refused = Optional.empty();
        conflict.set("");
    }

    public void clear(String command) {
        forgetConflict();
        keys.clear(command);
    }

    public void reset(String command) {
        forgetConflict();
        keys.reset(command);
    }

    public void resetAll() {
        forgetConflict();
        keys.resetAll();
    }

    /// All rows whose words or keys hold what is sought.
    public void refresh() {
        String wanted = sought.get().strip().toLowerCase(Locale.ROOT);
        List<KeyRow> shown = commands.all().stream()
                .map(command -> row(command.id()))
                .filter(row -> (row.words() + ' ' + row.keys() + ' ' + row.group())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
        rows.setAll(shown);
    }

    private KeyRow row(String id) {
        String group = id.substring(0, id.indexOf('.'));
        String heading = "keys.group." + group;
        return new KeyRow(id, words(id), messages.text(heading), keys.words(id), keys.isShipped(id));
    }

    private String words(String command) {
        return messages.text(AppCommand.words(command));
    }
}
