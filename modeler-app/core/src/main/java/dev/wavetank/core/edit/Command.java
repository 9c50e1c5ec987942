package dev.wavetank.core.edit;

/// One thing a person wants done, as a value. It says what to do and not what follows from it: that is for the
/// behaviours.
public interface Command {
    /// Does it by writing to the transaction. A command that the rules forbid, or that finds nothing to do,
    /// writes nothing.
    void apply(Transaction transaction);

    /// False for a command that does all there is to do, so that no behaviour looks at the change.
    default boolean hasConsequences() {
        return true;
    }
}
