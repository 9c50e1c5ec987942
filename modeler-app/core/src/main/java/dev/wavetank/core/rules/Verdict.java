package dev.wavetank.core.rules;

import dev.wavetank.core.bpmn.BpmnType;

/// What the rules say to something a person is about to do.
public sealed interface Verdict {
    /// It may be done, as it is.
    record Allowed() implements Verdict {}

    /// It may be connected, by this kind of connection.
    record ConnectedBy(BpmnType connection) implements Verdict {}

    /// It becomes a boundary event of the shape below.
    record Attached() implements Verdict {}

    /// It goes into the connection below, which is split.
    record Inserted() implements Verdict {}

    /// It may not be done; the reason is a sentence for a tooltip.
    record Forbidden(String reason) implements Verdict {}

    Verdict ALLOWED = new Allowed();
    Verdict ATTACHED = new Attached();
    Verdict INSERTED = new Inserted();

    default boolean isAllowed() {
        return !(this instanceof Forbidden);
    }
}
