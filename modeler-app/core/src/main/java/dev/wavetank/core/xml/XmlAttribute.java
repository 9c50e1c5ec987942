package dev.wavetank.core.xml;

/// One attribute with its value unescaped. Namespace declarations are attributes too (`xmlns`, `xmlns:dc`), in
/// their place in the order.
public record XmlAttribute(XmlName name, String value) {
    public boolean isNamespaceDeclaration() {
        return name.prefix().equals("xmlns")
                || name.prefix().isEmpty() && name.local().equals("xmlns");
    }
}
