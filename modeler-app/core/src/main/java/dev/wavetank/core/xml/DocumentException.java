package dev.wavetank.core.xml;

import java.util.OptionalInt;

/// A file could not be read as a document, or not be written. The message is a sentence for a person; `code` is
/// stable for programs.
public final class DocumentException extends Exception {
    private static final long serialVersionUID = 1L;

    /// Why a document was refused.
    public enum Code {
        /// Not well-formed XML; the message carries line and column.
        NOT_XML,
        /// Contains a document type declaration, which BPMN never needs and which can hide entity bombs.
        DOCTYPE,
        /// Larger than the reader's limit in bytes, elements or attributes.
        TOO_LARGE,
        /// Nested deeper than the reader's limit.
        TOO_DEEP,
        /// Bytes that are not text in the encoding which the file declares, or an encoding that is not known
        /// here.
        ENCODING,
        /// The file system failed.
        IO
    }

    private final Code code;
    private final OptionalInt line;

    public DocumentException(Code code, String message) {
        super(message);
        this.code = code;
        this.line = OptionalInt.empty();
    }

    public DocumentException(Code code, String message, Throwable cause) {
        this(code, OptionalInt.empty(), message, cause);
    }

    public DocumentException(Code code, OptionalInt line, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.line = line;
    }

    /// The line of the text at which it went wrong, from 1, if one can be told.
    public OptionalInt line() {
        return line;
    }

    public Code code() {
        return code;
    }
}
