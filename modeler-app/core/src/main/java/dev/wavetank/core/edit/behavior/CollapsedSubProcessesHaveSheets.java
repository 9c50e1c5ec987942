package dev.wavetank.core.edit.behavior;

import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Behavior;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.edit.command.SubProcessSheets;

/// A sub-process that is new and collapsed, or was collapsed just now, has a sheet of its own that shows what it
/// holds.
public final class CollapsedSubProcessesHaveSheets implements Behavior {
    @Override
    public void complete(Transaction transaction) {
        ChangeSet changes = transaction.changes();
        for (ElementId id : changes.touched()) {
            if (isCollapsed(changes.after(), id) && !isCollapsed(changes.before(), id)) {
                SubProcessSheets.hide(transaction, id);
            }
        }
    }

    private static boolean isCollapsed(Diagram diagram, ElementId id) {
        boolean subProcess =
                diagram.element(id).filter(it -> it.type().isSubProcess()).isPresent();
        return subProcess
                && diagram.shape(id).filter(shape -> !shape.expanded()).isPresent();
    }
}
