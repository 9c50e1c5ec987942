package dev.wavetank.app.workbench;

import java.util.List;

/// One menu of the menu bar: the commands it offers in order, `-` between groups.
public record MenuSpec(String id, List<String> commands) {
    public MenuSpec {
        commands = List.copyOf(commands);
    }

    public static MenuSpec of(String id, String... commands) {
        return new MenuSpec(id, List.of(commands));
    }
}
