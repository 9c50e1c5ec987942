package dev.wavetank.core.validation;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.xml.XmlElement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes one list of what several sources found: each finding at an element that one can go to, and nothing
/// twice.
///
/// The schema speaks of whatever has an id, an event definition or a shape; its findings move to the element
/// that holds it. Reader and schema both notice dangling references and the like; the schema's sentence is
/// kept, but for doubled ids, where only the reader knows which element is meant.
final class Merge {
    /// The reader's codes and the schema's for the same thing.
    private static final Map<String, String> SAME = Map.of(
            "reader/unresolved-reference", "schema/dangling-reference",
            "reader/loose-connection", "schema/missing-attribute",
            "reader/undeclared-prefix", "schema/not-well-formed");

    private final Diagram diagram;

    Merge(Diagram diagram) {
        this.diagram = diagram;
    }

    List<Finding> apply(List<Finding> findings) {
        boolean away = findings.stream().flatMap(f -> f.element().stream()).anyMatch(this::isUnknown);
        Map<String, ElementId> owners = away ? owners() : Map.of();
        Set<String> known = new HashSet<>();
        findings.forEach(finding -> known.add(key(finding.code(), finding.element())));

        return findings.stream()
                .filter(finding -> !isRepeated(finding, known))
                .map(finding -> finding.element().filter(this::isUnknown).isPresent()
                        ? new Finding(
                                finding.code(),
                                finding.severity(),
                                Optional.ofNullable(
                                        owners.get(finding.element().get().value())),
                                finding.message())
                        : finding)
                .distinct()
                .toList();
    }

    private boolean isRepeated(Finding finding, Set<String> known) {
        String same = SAME.get(finding.code());
        if (same != null) {
            return known.contains(key(same, finding.element())) || known.contains(key(same, Optional.empty()));
        }
        return finding.code().equals("schema/duplicate-id")
                && known.stream().anyMatch(key -> key.startsWith("reader/duplicate-id "));
    }

    private static String key(String code, Optional<ElementId> element) {
        return code + " " + element.map(ElementId::value).orElse("");
    }

    private boolean isUnknown(ElementId id) {
        return diagram.element(id).isEmpty();
    }

    /// For each id in the file the element that it belongs to; shapes and edges belong to what they show.
    private Map<String, ElementId> owners() {
        record Open(XmlElement xml, Optional<ElementId> owner) {}
        Map<String, ElementId> owners = new HashMap<>();
        Deque<Open> open = new ArrayDeque<>();
        open.push(new Open(diagram.document().root(), Optional.empty()));
        while (!open.isEmpty()) {
            Open next = open.pop();
            XmlElement xml = next.xml();
            Optional<ElementId> owner = diagram.elementAt(xml.key())
                    .map(BpmnElement::id)
                    .or(() -> xml.attribute("bpmnElement")
                            .map(ElementId::new)
                            .filter(id -> diagram.element(id).isPresent()))
                    .or(next::owner);
            owner.ifPresent(id -> xml.attribute("id").ifPresent(written -> owners.putIfAbsent(written, id)));
            xml.children().forEach(child -> open.push(new Open(child, owner)));
        }
        return owners;
    }
}
