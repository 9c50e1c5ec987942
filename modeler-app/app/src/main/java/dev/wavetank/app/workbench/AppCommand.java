package dev.wavetank.app.workbench;

import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/// Something the user can ask for, wherever it is offered: menu, toolbar, key. Its words are in the
/// message bundle, its key is in the [KeyMap].
///
/// @param id      for example `file.save`
/// @param icon    null where the command stands in menus only
/// @param enabled a command that cannot run now is shown greyed, never hidden
public record AppCommand(String id, @Nullable Ikon icon, ObservableBooleanValue enabled, Runnable action) {
    /// The key of its words in the message bundle.
    public static String words(String id) {
        return "command." + id.replace('.', '-');
    }

    /// The key of the sentence that says why it cannot run, for those that have one.
    public static String reason(String id) {
        return "reason." + id.replace('.', '-');
    }

    public void runIfEnabled() {
        if (enabled.get()) {
            action.run();
        }
    }
}
