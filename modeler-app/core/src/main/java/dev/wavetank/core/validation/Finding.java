package dev.wavetank.core.validation;

import dev.wavetank.core.bpmn.ElementId;
import java.util.Optional;

/// Something a person should know about a diagram, tied to the element it concerns where there is one.
///
/// @param code stable and machine-readable, `source/name`, such as `reader/duplicate-id`
/// @param message a sentence that names the thing and says what to do
public record Finding(String code, Severity severity, Optional<ElementId> element, String message) {
    public static Finding of(String code, Severity severity, ElementId element, String message) {
        return new Finding(code, severity, Optional.of(element), message);
    }

    /// About the file as a whole.
    public static Finding of(String code, Severity severity, String message) {
        return new Finding(code, severity, Optional.empty(), message);
    }
}
