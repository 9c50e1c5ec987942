package dev.wavetank.core.edit.behavior;

import dev.wavetank.core.bpmn.ElementId;

/// References as files write them: with blanks around them, or with a prefix.
final class ElementIds {
    private ElementIds() {}

    /// The id that is written.
    static ElementId named(String written) {
        return new ElementId(written.substring(written.indexOf(':') + 1).strip());
    }

    static boolean names(String written, ElementId id) {
        String text = written.strip();
        return text.equals(id.value()) || text.endsWith(':' + id.value());
    }
}
