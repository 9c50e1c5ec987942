package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.Transaction;

/// Creates an element where the person puts it, and connects it with the one it follows, as one step. Where the
/// rules allow no connection the element stands alone.
public record AppendAt(ElementId source, CreateShape create) implements Command {
    @Override
    public void apply(Transaction transaction) {
        ElementId from = transaction.identify(source);
        create.create(transaction).ifPresent(created -> AppendShape.connect(transaction, create.kind(), from, created));
    }
}
