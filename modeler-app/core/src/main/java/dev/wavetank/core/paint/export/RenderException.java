package dev.wavetank.core.paint.export;

/// A picture could not be made. The message is a sentence for a person; `code` is stable for programs.
public final class RenderException extends Exception {
    private static final long serialVersionUID = 1L;

    public enum Code {
        /// The image would need more memory than is sane; a smaller scale, or SVG, works.
        TOO_LARGE,
        /// There is nothing to draw.
        EMPTY,
        /// The image could not be encoded.
        ENCODING,
        /// Whoever asked for it gave up.
        STOPPED
    }

    private final Code code;

    public RenderException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
