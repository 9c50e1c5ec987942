package dev.wavetank.app.feature.project;

import dev.wavetank.app.document.FileStamp;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.xml.DocumentException;
import dev.wavetank.core.xml.XmlAttribute;
import dev.wavetank.core.xml.XmlElement;
import dev.wavetank.core.xml.XmlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A file of the project and what is in it. A file that cannot be read is listed and has nothing in it.
///
/// @param stamp what it was like when it was read
public record IndexedFile(Path path, Optional<FileStamp> stamp, List<IndexedElement> elements) {
    private static final Set<String> DRAWING = Set.of(Namespaces.BPMNDI, Namespaces.DI, Namespaces.DC);

    public IndexedFile {
        elements = List.copyOf(elements);
    }

    static IndexedFile read(Path file) {
        Optional<FileStamp> stamp = FileStamp.of(file);
        if (file.toString().endsWith(".form") || file.toString().endsWith(".json")) {
            return new IndexedFile(file, stamp, FormFile.read(file));
        }
        try {
            return of(file, stamp, new XmlReader().read(file).root());
        } catch (DocumentException unreadable) {
            return new IndexedFile(file, stamp, List.of());
        }
    }

    /// Whether it is listed: of all that is JSON, the forms are.
    boolean isListed() {
        return !elements.isEmpty() || !path.toString().endsWith(".json");
    }

    static IndexedFile of(Path file, Optional<FileStamp> stamp, XmlElement root) {
        List<IndexedElement> elements = new ArrayList<>();
        collect(root, elements, new ArrayList<>());
        return new IndexedFile(file, stamp, elements);
    }

    /// @param owner the values of the element around, which takes those of elements without a name or id
    private static void collect(XmlElement element, List<IndexedElement> into, List<IndexedElement.Value> owner) {
        if (DRAWING.contains(element.name().namespace())) {
            return;
        }
        String id = element.attribute("id").orElse("");
        boolean own = !id.isEmpty();
        List<IndexedElement.Value> values = own ? new ArrayList<>() : owner;
        for (XmlAttribute attribute : element.attributes()) {
            String name = attribute.name().qualified();
            if (!attribute.isNamespaceDeclaration() && !(own && (name.equals("id") || name.equals("name")))) {
                values.add(new IndexedElement.Value(name, attribute.value()));
            }
        }
        int place = into.size();
        element.children().forEach(child -> collect(child, into, values));
        if (own) {
            into.add(
                    place,
                    new IndexedElement(
                            id,
                            element.name().local(),
                            element.attribute("name").orElse(""),
                            values));
        }
    }
}
