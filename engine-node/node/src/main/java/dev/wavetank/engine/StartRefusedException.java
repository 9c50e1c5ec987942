package dev.wavetank.engine;

/// The node cannot start as it was told to; the message is one or more sentences for the person who started it.
public final class StartRefusedException extends Exception {
    public StartRefusedException(String sentence) {
        super(sentence);
    }

    public StartRefusedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
