package dev.wavetank.app.feature.properties;

import java.util.List;

/// One field of the properties panel.
///
/// @param key     names the property, for example `flowable:assignee`; its words are `property.<key>` with `-` for
/// `:`
/// @param binding where its value lives in the file
/// @param choices empty for free text
record Field(String key, Group group, Binding binding, Shape shape, List<String> choices) {
    enum Group {
        GENERAL,
        DETAILS,
        EXECUTION,
        OTHER
    }

    enum Shape {
        LINE,
        TEXT,
        /// Off where the file says nothing.
        FLAG,
        /// On where the file says nothing.
        FLAG_UNLESS_FALSE,
        /// Always written, because readers differ on what a missing one means.
        FLAG_WRITTEN;

        boolean isFlag() {
            return this == FLAG || this == FLAG_UNLESS_FALSE || this == FLAG_WRITTEN;
        }
    }

    /// Where a value lives.
    sealed interface Binding {
        /// The id, shown and not edited: references all over the file hang on it.
        record Id() implements Binding {}

        /// The label.
        record Name() implements Binding {}

        /// An attribute; an empty namespace is BPMN's own.
        record Attribute(String namespace, String local) implements Binding {}

        /// The text of a BPMN child element, such as `documentation`.
        record Child(String local) implements Binding {}

        /// A `flowable:field` in the element's extensions.
        record EngineField(String name) implements Binding {}
    }

    /// A field of the engine's own kinds of task.
    static Field engine(String name) {
        boolean lines = name.equals("text") || name.equals("html") || name.equals("requestBody");
        return new Field(
                "field:" + name,
                Group.EXECUTION,
                new Binding.EngineField(name),
                lines ? Shape.TEXT : Shape.LINE,
                List.of());
    }

    static Field flowable(String local) {
        return new Field("flowable:" + local, Group.EXECUTION, flowableAttribute(local), Shape.LINE, List.of());
    }

    static Field flowableFlag(String local) {
        return new Field("flowable:" + local, Group.EXECUTION, flowableAttribute(local), Shape.FLAG, List.of());
    }

    static Field flowableFlagUnlessFalse(String local) {
        return new Field(
                "flowable:" + local, Group.EXECUTION, flowableAttribute(local), Shape.FLAG_UNLESS_FALSE, List.of());
    }

    static Field plain(String local) {
        return new Field(local, Group.DETAILS, new Binding.Attribute("", local), Shape.LINE, List.of());
    }

    static Field flag(String local) {
        return new Field(local, Group.DETAILS, new Binding.Attribute("", local), Shape.FLAG_WRITTEN, List.of());
    }

    static Field text(String local) {
        return new Field(local, Group.DETAILS, new Binding.Child(local), Shape.TEXT, List.of());
    }

    /// An attribute that the file has and the catalogue does not know.
    static Field other(String key, String namespace, String local) {
        return new Field(key, Group.OTHER, new Binding.Attribute(namespace, local), Shape.LINE, List.of());
    }

    private static Binding flowableAttribute(String local) {
        return new Binding.Attribute(dev.wavetank.core.bpmn.Namespaces.FLOWABLE, local);
    }
}
