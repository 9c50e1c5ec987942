package dev.wavetank.cluster.api;

/// Hears how a long action gets on. Called from the thread that does the work; must return quickly.
@FunctionalInterface
public interface Progress {
    /// Hears nothing.
    Progress NONE = (fraction, sentence) -> {};

    /// @param fraction 0 to 1, never falls within one action
    /// @param sentence what is being done now, for a person
    void report(double fraction, String sentence);

    /// A part of this progress: its 0 to 1 become `from` to `to` here.
    default Progress part(double from, double to) {
        return (fraction, sentence) -> report(from + (to - from) * fraction, sentence);
    }
}
