package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.xml.XmlAttribute;
import dev.wavetank.core.xml.XmlElement;
import dev.wavetank.core.xml.XmlText;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Some elements of a diagram as a small BPMN file of its own, which is what goes to the clipboard: it can be
/// pasted into any diagram, opened by any BPMN editor, and read by a person in a mail.
///
/// Boundary events, contents, data objects, the connections between what is copied and the messages, signals and
/// errors it speaks of go along. Pools and lanes
/// are not copied, what stands in them is.
public final class CopiedElements {
    private CopiedElements() {}

    /// Empty text if there is nothing among the elements that can be copied.
    public static String of(Diagram diagram, Set<ElementId> elements) {
        Set<ElementId> copied = new LinkedHashSet<>();
        for (ElementId id : elements) {
            diagram.element(id).filter(element -> isCopied(element, elements)).ifPresent(element -> {
                copied.add(id);
                copied.addAll(diagram.attachers(id));
                element.reference("dataObjectRef").ifPresent(copied::add);
            });
        }
        Set<ElementId> inside = new LinkedHashSet<>(copied);
        copied.forEach(id -> diagram.contents(id).stream().map(BpmnElement::id).forEach(inside::add));
        for (ElementId id : List.copyOf(inside)) {
            for (ElementId connection : diagram.outgoing(id)) {
                boolean between = diagram.element(connection)
                        .filter(line -> !line.type().isDataAssociation())
                        .flatMap(BpmnElement::target)
                        .filter(inside::contains)
                        .isPresent();
                if (between && inside.add(connection)) {
                    copied.add(connection);
                }
            }
        }
        List<BpmnElement> roots = copied.stream()
                .flatMap(id -> diagram.element(id).stream())
                .filter(element -> !isHeld(diagram, element, copied))
                .toList();
        return roots.isEmpty() ? "" : write(diagram, roots, inside);
    }

    /// A boundary event is nothing without its activity.
    private static boolean isCopied(BpmnElement element, Set<ElementId> all) {
        BpmnType type = element.type();
        if (type == BpmnType.BOUNDARY_EVENT) {
            return element.attachedTo().filter(all::contains).isPresent();
        }
        return type.isFlowNode() || type.isArtifact() || type.isData();
    }

    private static boolean isHeld(Diagram diagram, BpmnElement element, Set<ElementId> by) {
        Optional<ElementId> holder = element.parent();
        while (holder.isPresent()) {
            if (by.contains(holder.get())) {
                return true;
            }
            holder = holder.flatMap(diagram::element).flatMap(BpmnElement::parent);
        }
        return false;
    }

    private static String write(Diagram diagram, List<BpmnElement> roots, Set<ElementId> drawn) {
        XmlElement root = diagram.document().root();
        String process = root.name().sibling("process").qualified();
        StringBuilder out = new StringBuilder("<").append(root.name().qualified());
        List<BpmnElement> shared = RootReferences.of(diagram, roots);
        declarations(diagram, roots)
                .forEach((name, value) -> out.append(' ')
                        .append(name)
                        .append("=\"")
                        .append(XmlText.attribute(value))
                        .append('"'));
        out.append(" targetNamespace=\"http://wavetank.dev/clipboard\">\n");
        shared.forEach(element -> out.append(element.xml()).append('\n'));
        out.append('<').append(process).append(" id=\"Clipboard\">\n");
        roots.forEach(element -> out.append(element.xml()).append('\n'));
        out.append("</").append(process).append(">\n");
        drawing(diagram, drawn, out);
        return out.append("</").append(root.name().qualified()).append(">\n").toString();
    }

    private static void drawing(Diagram diagram, Set<ElementId> drawn, StringBuilder out) {
        List<XmlElement> drawings = drawn.stream()
                .flatMap(id -> Stream.concat(
                        diagram.shape(id).map(Shape::xml).stream(), diagram.edge(id).map(Edge::xml).stream()))
                .toList();
        if (!drawings.isEmpty()) {
            String sheet = drawings.getFirst().name().sibling("BPMNDiagram").qualified();
            String plane = drawings.getFirst().name().sibling("BPMNPlane").qualified();
            out.append('<').append(sheet).append(">\n<").append(plane).append(" bpmnElement=\"Clipboard\">\n");
            drawings.forEach(xml -> out.append(xml).append('\n'));
            out.append("</").append(plane).append(">\n</").append(sheet).append(">\n");
        }
    }

    /// The namespace declarations that hold where the elements and their drawings stand, the innermost last.
    private static Map<String, String> declarations(Diagram diagram, List<BpmnElement> roots) {
        Map<String, String> found = new LinkedHashMap<>();
        declare(diagram.document().root(), found);
        diagram.document().root().children(Namespaces.BPMNDI, "BPMNDiagram").forEach(sheet -> {
            declare(sheet, found);
            sheet.child(Namespaces.BPMNDI, "BPMNPlane").ifPresent(plane -> declare(plane, found));
        });
        Optional<BpmnElement> holder = roots.getFirst().parent().flatMap(diagram::element);
        while (holder.isPresent()) {
            declare(holder.get().xml(), found);
            holder = holder.get().parent().flatMap(diagram::element);
        }
        return found;
    }

    private static void declare(XmlElement element, Map<String, String> found) {
        for (XmlAttribute attribute : element.attributes()) {
            if (attribute.isNamespaceDeclaration()) {
                found.putIfAbsent(attribute.name().qualified(), attribute.value());
            }
        }
    }
}
