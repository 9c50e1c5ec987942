package dev.wavetank.engine.web;

import org.jspecify.annotations.Nullable;

/// A refusal on its way to the caller: becomes a problem document at the edge.
public final class ProblemException extends RuntimeException {
    private final int status;
    private final String code;
    private final String title;
    private final @Nullable String elementId;

    private ProblemException(int status, String code, String title, String detail, @Nullable String elementId) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.title = title;
        this.elementId = elementId;
    }

    public static ProblemException of(int status, String code, String title, String detail) {
        return new ProblemException(status, code, title, detail, null);
    }

    /// The request itself is malformed.
    public static ProblemException badRequest(String detail) {
        return of(400, "bad-request", "Bad request", detail);
    }

    public static ProblemException notFound(String detail) {
        return of(404, "not-found", "Not found", detail);
    }

    public static ProblemException conflict(String detail) {
        return of(409, "conflict", "Conflict", detail);
    }

    /// The request is well-formed, but what it brings is refused, at this BPMN element if there is one.
    public static ProblemException refused(String code, String detail, @Nullable String elementId) {
        return new ProblemException(422, code, "Refused", detail, elementId);
    }

    public static ProblemException unavailable(String code, String detail) {
        return of(503, code, "Not available", detail);
    }

    public int status() {
        return status;
    }

    /// Stable, for programs: the `urn:wavetank:` part of the problem's type is added at the edge.
    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public @Nullable String elementId() {
        return elementId;
    }
}
