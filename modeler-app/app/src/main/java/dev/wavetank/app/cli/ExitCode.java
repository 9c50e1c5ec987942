package dev.wavetank.app.cli;

/// What the program answers to the shell.
final class ExitCode {
    static final int OK = 0;
    /// It did what was asked, and the answer is bad: errors in a diagram, something lost in an experiment.
    static final int BAD_NEWS = 1;
    /// It could not do what was asked: a file that is not there, a wrong option, no cluster.
    static final int UNABLE = 2;

    private ExitCode() {}
}
