package dev.wavetank.core.validation.rule;

import dev.wavetank.core.bpmn.BpmnElement;

/// Takes what a rule has to say.
@FunctionalInterface
public interface Report {
    /// @param message a sentence that names the thing and says what to do
    void add(BpmnElement element, String message);
}
