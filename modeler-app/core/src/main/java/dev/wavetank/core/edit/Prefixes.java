package dev.wavetank.core.edit;

import dev.wavetank.core.xml.XmlAttribute;
import dev.wavetank.core.xml.XmlElement;
import dev.wavetank.core.xml.XmlName;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Finds the prefix that a file uses for a namespace at some place, and declares one at the root where there is
/// none.
final class Prefixes {
    private static final String XMLNS = "xmlns";

    private Prefixes() {}

    static String at(Transaction transaction, XmlElement place, String namespace, String preferred) {
        Set<String> shadowed = new HashSet<>();
        Optional<XmlElement> scope = Optional.of(place);
        while (scope.isPresent()) {
            XmlElement element = scope.get();
            for (XmlAttribute attribute : element.attributes()) {
                if (attribute.isNamespaceDeclaration()) {
                    String prefix = prefixOf(attribute);
                    if (attribute.value().equals(namespace) && !shadowed.contains(prefix)) {
                        return prefix;
                    }
                    shadowed.add(prefix);
                }
            }
            OptionalInt parent = transaction.diagram().parentKey(element.key());
            scope = parent.isPresent() ? transaction.diagram().xml(parent.getAsInt()) : Optional.empty();
        }
        return declare(transaction, namespace, preferred, shadowed);
    }

    private static String declare(Transaction transaction, String namespace, String preferred, Set<String> taken) {
        String prefix = preferred;
        for (int i = 1; taken.contains(prefix); i++) {
            prefix = preferred + i;
        }
        XmlName declaration = new XmlName(XMLNS, "", prefix);
        transaction.edit(transaction.diagram().document().root(), root -> root.withAttribute(declaration, namespace));
        return prefix;
    }

    private static String prefixOf(XmlAttribute declaration) {
        XmlName name = declaration.name();
        return name.prefix().isEmpty() ? "" : name.local();
    }
}
