package dev.wavetank.engine.rest;

import dev.wavetank.engine.web.Field;

/// The fields of a variable in a body.
final class VariableFields {
    static final Field[] ALL = {
        Field.text("name").must(), Field.text("type"), Field.any("value"), Field.oneOf("scope", "local", "global")
    };

    private VariableFields() {}
}
