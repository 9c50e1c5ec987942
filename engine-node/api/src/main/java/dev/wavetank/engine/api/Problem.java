package dev.wavetank.engine.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// A problem document (RFC 9457, `application/problem+json`): every refusal of node and gateway has this form.
///
/// @param type      a stable code as a URI reference, for example `urn:wavetank:tenant-unknown`
/// @param title     the kind of problem in a few words
/// @param status    the HTTP status
/// @param detail    a sentence that says what to do next
/// @param elementId the BPMN element at fault, where there is one (a rejected deployment)
/// @param requestId for the logs
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String elementId,
        @Nullable String requestId) {}
