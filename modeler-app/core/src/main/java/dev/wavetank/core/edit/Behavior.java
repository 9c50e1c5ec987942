package dev.wavetank.core.edit;

/// Completes what a command began: looks at the change so far and writes what has to follow, such as labels
/// that move along.
///
/// Behaviours run once per gesture, in the one order of `Behaviors`, each seeing what the earlier ones did.
public interface Behavior {
    void complete(Transaction transaction);
}
