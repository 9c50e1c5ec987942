package dev.wavetank.app.workbench;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.kordamp.ikonli.Ikon;

/// All commands of the running program by their id. Filled once by the composition root; menus, toolbar and keys
/// are made from it.
public final class CommandRegistry {
    private static final ObservableBooleanValue ALWAYS = new SimpleBooleanProperty(true);

    private final Map<String, AppCommand> commands = new LinkedHashMap<>();
    private final Map<String, Supplier<List<Choice>>> menus = new LinkedHashMap<>();

    public CommandRegistry add(AppCommand command) {
        if (commands.putIfAbsent(command.id(), command) != null) {
            throw new IllegalArgumentException("Two commands are called " + command.id());
        }
        return this;
    }

    public CommandRegistry add(String id, Runnable action) {
        return add(new AppCommand(id, null, ALWAYS, action));
    }

    public CommandRegistry add(String id, Ikon icon, Runnable action) {
        return add(new AppCommand(id, icon, ALWAYS, action));
    }

    public CommandRegistry add(String id, ObservableBooleanValue enabled, Runnable action) {
        return add(new AppCommand(id, null, enabled, action));
    }

    public CommandRegistry add(String id, Ikon icon, ObservableBooleanValue enabled, Runnable action) {
        return add(new AppCommand(id, icon, enabled, action));
    }

    /// A menu within a menu, whose entries are asked for each time it opens.
    public CommandRegistry addMenu(String id, Supplier<List<Choice>> choices) {
        menus.put(id, choices);
        return this;
    }

    Optional<Supplier<List<Choice>>> menu(String id) {
        return Optional.ofNullable(menus.get(id));
    }

    /// One entry of such a menu.
    public record Choice(String text, boolean enabled, Runnable action) {}

    public AppCommand get(String id) {
        AppCommand command = commands.get(id);
        if (command == null) {
            throw new IllegalArgumentException("There is no command " + id);
        }
        return command;
    }

    public Optional<AppCommand> find(String id) {
        return Optional.ofNullable(commands.get(id));
    }

    public Collection<AppCommand> all() {
        return Collections.unmodifiableCollection(commands.values());
    }
}
