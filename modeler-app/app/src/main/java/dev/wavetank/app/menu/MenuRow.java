package dev.wavetank.app.menu;

/// A line of the menu.
public sealed interface MenuRow {
    /// The name of the group that follows.
    record Heading(String words) implements MenuRow {}

    /// Something that can be chosen.
    record Choice(MenuEntry entry) implements MenuRow {}
}
