package dev.wavetank.core.edit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The steps that can be taken back and the ones that can be done again. A new step makes those that were taken
/// back unreachable.
public final class History {
    private final Deque<ChangeSet> done = new ArrayDeque<>();
    private final Deque<ChangeSet> undone = new ArrayDeque<>();

    History() {}

    public boolean canUndo() {
        return !done.isEmpty();
    }

    public boolean canRedo() {
        return !undone.isEmpty();
    }

    /// How many steps can be taken back.
    public int depth() {
        return done.size();
    }

    void record(ChangeSet step) {
        done.push(step);
        undone.clear();
    }

    Optional<ChangeSet> undo() {
        if (done.isEmpty()) {
            return Optional.empty();
        }
        ChangeSet step = done.pop();
        undone.push(step);
        return Optional.of(step.inverse());
    }

    Optional<ChangeSet> redo() {
        if (undone.isEmpty()) {
            return Optional.empty();
        }
        ChangeSet step = undone.pop();
        done.push(step);
        return Optional.of(step);
    }
}
