package dev.wavetank.app.workbench;

import java.util.List;

/// One menu of the menu bar: the commands it offers in order, `-` between groups, `>colour` for the menu inside it
/// that is called `colour`.
public record MenuSpec(String id, List<String> commands, List<MenuSpec> inner) {
    public MenuSpec {
        commands = List.copyOf(commands);
        inner = List.copyOf(inner);
    }

    public static MenuSpec of(String id, String... commands) {
        return new MenuSpec(id, List.of(commands), List.of());
    }

    /// With a menu inside it.
    public MenuSpec with(MenuSpec... menus) {
        return new MenuSpec(id, commands, List.of(menus));
    }

    MenuSpec inside(String name) {
        return inner.stream()
                .filter(menu -> menu.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no menu " + name + " in " + id));
    }
}
