package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.xml.XmlAttribute;
import dev.wavetank.core.xml.XmlElement;
import dev.wavetank.core.xml.XmlName;
import dev.wavetank.core.xml.XmlText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Writes a part of a diagram as a BPMN file: each element exactly as its own file has it, in a process made for
/// it; pools in a collaboration, with their own processes.
final class ExcerptWriter {
    private static final String PROCESS = "Clipboard";
    private static final String COLLABORATION = "Clipboard_pools";

    private final Diagram diagram;
    private final List<BpmnElement> pools;
    private final List<BpmnElement> loose;
    private final List<BpmnElement> besidePools;
    private final Set<ElementId> inside;
    private final StringBuilder out = new StringBuilder();

    /// @param roots what nothing else among it holds
    /// @param inside all that goes along
    ExcerptWriter(Diagram diagram, List<BpmnElement> roots, Set<ElementId> inside) {
        this.diagram = diagram;
        this.inside = inside;
        this.pools = roots.stream()
                .filter(element -> element.type() == BpmnType.PARTICIPANT)
                .toList();
        List<BpmnElement> others =
                roots.stream().filter(element -> !pools.contains(element)).toList();
        this.besidePools = others.stream()
                .filter(element -> !pools.isEmpty() && isInCollaboration(element))
                .toList();
        this.loose = others.stream()
                .filter(element -> !besidePools.contains(element))
                .toList();
    }

    private boolean isInCollaboration(BpmnElement element) {
        return element.parent()
                .flatMap(diagram::element)
                .filter(holder -> holder.type() == BpmnType.COLLABORATION)
                .isPresent();
    }

    String write() {
        XmlElement root = diagram.document().root();
        String definitions = root.name().qualified();
        List<BpmnElement> processes = pools.stream()
                .flatMap(pool -> pool.process().flatMap(diagram::element).stream())
                .distinct()
                .toList();
        out.append('<').append(definitions);
        declarations().forEach((name, value) -> attribute(name, value));
        out.append(" targetNamespace=\"http://wavetank.dev/clipboard\">\n");
        rootElements(processes).forEach(xml -> out.append(xml).append('\n'));
        if (!pools.isEmpty()) {
            holder(
                    "collaboration",
                    COLLABORATION,
                    Stream.concat(pools.stream(), besidePools.stream()).toList());
        }
        if (!loose.isEmpty()) {
            holder("process", PROCESS, loose);
        }
        processes.forEach(process -> out.append(process.xml()).append('\n'));
        sheets();
        return out.append("</").append(definitions).append(">\n").toString();
    }

    private void attribute(String name, String value) {
        out.append(' ')
                .append(name)
                .append("=\"")
                .append(XmlText.attribute(value))
                .append('"');
    }

    private void holder(String local, String id, List<BpmnElement> content) {
        String name = diagram.document().root().name().sibling(local).qualified();
        out.append('<').append(name);
        attribute("id", id);
        out.append(">\n");
        content.forEach(element -> out.append(element.xml()).append('\n'));
        out.append("</").append(name).append(">\n");
    }

    private Set<XmlElement> rootElements(List<BpmnElement> processes) {
        var known = new RootElements(diagram.document().root());
        Set<XmlElement> needed = new LinkedHashSet<>();
        Stream.of(pools, loose, besidePools, processes)
                .flatMap(List::stream)
                .forEach(element -> needed.addAll(known.neededBy(element.xml())));
        return needed;
    }

    /// One sheet for all that the file draws on sheets that stay behind, each element once; and those that show the
    /// inside of closed sub-processes.
    private void sheets() {
        List<Plane> inner = new ArrayList<>();
        List<Plane> outer = new ArrayList<>();
        for (Plane plane : diagram.planes()) {
            (plane.element().filter(inside::contains).isPresent() ? inner : outer).add(plane);
        }
        sheet(outer, pools.isEmpty() ? PROCESS : COLLABORATION);
        inner.forEach(
                plane -> sheet(List.of(plane), plane.element().orElseThrow().value()));
    }

    private void sheet(List<Plane> from, String shown) {
        List<XmlElement> drawings = new ArrayList<>();
        Set<ElementId> drawn = new HashSet<>();
        for (Plane plane : from) {
            for (Shape shape : plane.shapes()) {
                if (inside.contains(shape.element()) && drawn.add(shape.element())) {
                    drawings.add(shape.xml());
                }
            }
        }
        for (Plane plane : from) {
            for (Edge edge : plane.edges()) {
                if (inside.contains(edge.element()) && drawn.add(edge.element())) {
                    drawings.add(edge.xml());
                }
            }
        }
        if (!drawings.isEmpty()) {
            XmlName drawing = drawings.getFirst().name();
            String sheet = drawing.sibling("BPMNDiagram").qualified();
            String plane = drawing.sibling("BPMNPlane").qualified();
            out.append('<').append(sheet).append(">\n<").append(plane);
            attribute("bpmnElement", shown);
            out.append(">\n");
            drawings.forEach(xml -> out.append(xml).append('\n'));
            out.append("</").append(plane).append(">\n</").append(sheet).append(">\n");
        }
    }

    /// The namespace declarations that hold where the elements and their drawings stand, the innermost last.
    private Map<String, String> declarations() {
        Map<String, String> found = new LinkedHashMap<>();
        declare(diagram.document().root(), found);
        diagram.document().root().children(Namespaces.BPMNDI, "BPMNDiagram").forEach(sheet -> {
            declare(sheet, found);
            sheet.child(Namespaces.BPMNDI, "BPMNPlane").ifPresent(plane -> declare(plane, found));
        });
        Stream.of(pools, loose).flatMap(List::stream).findFirst().ifPresent(root -> {
            Optional<BpmnElement> holder = root.parent().flatMap(diagram::element);
            while (holder.isPresent()) {
                declare(holder.get().xml(), found);
                holder = holder.get().parent().flatMap(diagram::element);
            }
        });
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
