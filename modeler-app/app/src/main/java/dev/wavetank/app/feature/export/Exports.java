package dev.wavetank.app.feature.export;

import dev.wavetank.app.document.Dialogs;
import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.ui.Tasks;
import dev.wavetank.core.bpmn.Plane;
import java.util.Optional;
import javafx.stage.Window;

/// Opens the dialog that exports and prints a diagram.
public final class Exports {
    private final Window owner;
    private final Tasks tasks;
    private final Messages messages;
    private final Dialogs dialogs;

    public Exports(Window owner, Tasks tasks, Messages messages, Dialogs dialogs) {
        this.owner = owner;
        this.tasks = tasks;
        this.messages = messages;
        this.dialogs = dialogs;
    }

    /// @param shown the plane in front
    public void ask(DocumentSession session, Optional<Plane> shown) {
        String name = session.resourceName().replaceFirst("(\\.bpmn20)?\\.[^.]+$", "");
        var model = new ExportViewModel(session.diagram(), shown, name, tasks, messages, dialogs);
        var printing = new Printing(messages, dialogs);
        new ExportDialog(owner, messages, model, () -> printing.print(owner, name, model)).show();
    }
}
