package dev.wavetank.core.xml;

/// A piece of a document in order of appearance: an element, or a run of text, comment, CDATA or processing
/// instruction.
public sealed interface XmlNode permits XmlElement, XmlText {
    /// Appends exactly the characters this node stands for.
    void appendTo(StringBuilder out);

    /// How many characters these are.
    int length();
}
