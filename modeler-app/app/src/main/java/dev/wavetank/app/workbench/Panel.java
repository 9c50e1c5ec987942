package dev.wavetank.app.workbench;

import java.util.function.Consumer;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;

/// A tool panel that stands at one side of the documents. Its title is `panel.<id>` in the message bundle.
///
/// @param seen hears when the panel comes to the front of its side and when it leaves, so that costly views rest
/// meanwhile
public record Panel(String id, Ikon icon, Node content, Consumer<Boolean> seen) {
    public Panel(String id, Ikon icon, Node content) {
        this(id, icon, content, _ -> {});
    }
}
