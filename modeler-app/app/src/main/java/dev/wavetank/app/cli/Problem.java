package dev.wavetank.app.cli;

/// A command cannot do what was asked; the message is a sentence that says what to do instead.
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Problem(String sentence) {
        super(sentence);
    }

    Problem(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
