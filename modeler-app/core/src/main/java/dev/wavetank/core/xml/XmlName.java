package dev.wavetank.core.xml;

/// The name of an element or attribute: the prefix as the file writes it, the namespace it stands for, the
/// local part. Prefix and namespace are empty where there is none; a prefix that is bound to nothing has an
/// empty namespace.
public record XmlName(String prefix, String namespace, String local) {
    /// A name without prefix and namespace, as most attributes have.
    public static XmlName plain(String local) {
        return new XmlName("", "", local);
    }

    /// As written in the file: `bpmn:task` or `task`.
    public String qualified() {
        return prefix.isEmpty() ? local : prefix + ':' + local;
    }

    public boolean is(String otherNamespace, String otherLocal) {
        return local.equals(otherLocal) && namespace.equals(otherNamespace);
    }

    /// Written out for the first compiler, as is [#hashCode]: a file is read by looking up the name of each tag and
    /// attribute.
    @Override
    public boolean equals(Object other) {
        return other instanceof XmlName name
                && local.equals(name.local)
                && prefix.equals(name.prefix)
                && namespace.equals(name.namespace);
    }

    @Override
    public int hashCode() {
        return 31 * local.hashCode() + prefix.hashCode();
    }

    /// The same prefix and namespace with another local part: how a child takes over its parent's style.
    public XmlName sibling(String otherLocal) {
        return new XmlName(prefix, namespace, otherLocal);
    }
}
