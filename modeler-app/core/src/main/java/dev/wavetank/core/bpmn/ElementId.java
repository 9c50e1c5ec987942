package dev.wavetank.core.bpmn;

/// The id of a BPMN element, the key that goes from the file to the live overlay.
///
/// An element without an id, or with one that another element took first, gets a synthetic one that begins with
/// `~`: no XML id may, so it can never collide nor be mistaken for the file's own. It is the same each time the
/// same bytes are read, and is not written.
public record ElementId(String value) {
    private static final String SYNTHETIC = "~";

    static ElementId synthetic(String local, int key) {
        return new ElementId(SYNTHETIC + local + '-' + key);
    }

    /// A reference as written in the file; a prefix (`tns:Task_1`, since many references are qualified names)
    /// is dropped.
    static ElementId reference(String written) {
        return new ElementId(written.substring(written.indexOf(':') + 1).strip());
    }

    public boolean isSynthetic() {
        return value.startsWith(SYNTHETIC);
    }

    /// As any record's, but written out, as is [#hashCode]: the ones that Java makes go through method handles, which
    /// the first compiler cannot look into, and every lookup in an index asks for both.
    @Override
    public boolean equals(Object other) {
        return other instanceof ElementId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
