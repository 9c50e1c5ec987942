package dev.wavetank.app.ui;

/// What a piece of background work tells of itself, and where it learns that nobody wants it any more.
public interface Progress {
    /// For work that has nothing to tell and is not watched.
    Progress NONE = new Progress() {
        @Override
        public void report(double fraction, String message) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /// @param fraction 0 to 1, or negative while it cannot be known
    void report(double fraction, String message);

    boolean cancelled();
}
