package dev.wavetank.engine.web;

import java.util.List;

/// What a call brings beside its address.
public record Body(Kind kind, List<Field> fields) {
    /// How the fields travel.
    public enum Kind {
        NONE,
        OBJECT,
        /// a JSON array of objects with these fields
        ARRAY,
        /// `multipart/form-data`
        FORM
    }

    static final Body NONE = new Body(Kind.NONE, List.of());

    public Body {
        fields = List.copyOf(fields);
    }
}
