package dev.wavetank.core.catalogue;

import dev.wavetank.core.edit.command.NodeKind;

/// One thing that can be created or that an element may become.
///
/// @param id says what it is in words with hyphens, such as `boundary-timer-non-interrupting`; no two are alike
/// @param unsafe what it does in the engine is a risk that the person should be told of
public record Entry(String id, Category category, NodeKind kind, boolean unsafe) {
    /// What it is called, in the message bundle.
    public String nameKey() {
        return "catalogue." + id;
    }

    /// What it is for, in the message bundle.
    public String descriptionKey() {
        return "catalogue.hint." + id;
    }

    /// Which sign stands beside its name.
    public String iconKey() {
        return id;
    }
}
