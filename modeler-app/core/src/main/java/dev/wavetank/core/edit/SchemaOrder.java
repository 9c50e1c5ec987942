package dev.wavetank.core.edit;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.xml.XmlElement;
import dev.wavetank.core.xml.XmlName;
import java.util.List;
import java.util.Optional;

/// The order in which the BPMN schemas want children (`Semantic.xsd`, `BPMNDI.xsd`): a new child goes after the
/// last sibling that may stand before it.
final class SchemaOrder {
    private static final List<String> HEAD = List.of(
            "documentation",
            "extensionElements",
            "import",
            "extension",
            "auditing",
            "monitoring",
            "categoryValueRef",
            "incoming",
            "outgoing",
            "ioSpecification",
            "property",
            "dataInputAssociation",
            "dataOutputAssociation",
            "resourceRole",
            "performer",
            "humanPerformer",
            "potentialOwner",
            "standardLoopCharacteristics",
            "multiInstanceLoopCharacteristics",
            "laneSet");
    /// What follows everything else in a process.
    private static final List<String> PROCESS_TAIL = List.of(
            "resourceRole", "performer", "humanPerformer", "potentialOwner", "correlationSubscription", "supports");
    /// The parts of a specification of inputs and outputs, all of which it has to have at least empty.
    private static final List<String> IO = List.of("dataInput", "dataOutput", "inputSet", "outputSet");
    private static final int BODY = 100;
    private static final int CONNECTION = 101;
    private static final int ARTIFACT = 102;
    private static final int TAIL = 103;
    private static final int DIAGRAM = 200;

    private SchemaOrder() {}

    static Optional<XmlElement> previous(XmlElement holder, XmlName child) {
        int rank = rank(holder.name(), child);
        Optional<XmlElement> previous = Optional.empty();
        for (XmlElement sibling : holder.children()) {
            if (rank(holder.name(), sibling.name()) <= rank) {
                previous = Optional.of(sibling);
            }
        }
        return previous;
    }

    /// Whether one comes right behind the other if that came last.
    static boolean isSamePlace(XmlName holder, XmlName one, XmlName other) {
        return rank(holder, one) == rank(holder, other);
    }

    private static int rank(XmlName holder, XmlName child) {
        if (child.namespace().equals(Namespaces.BPMN)) {
            if (holder.local().equals("process") && PROCESS_TAIL.contains(child.local())) {
                return TAIL;
            }
            int head = HEAD.indexOf(child.local());
            return head >= 0 ? head : body(holder, child.local());
        }
        return switch (child.local()) {
            case "BPMNDiagram" -> DIAGRAM;
            case "BPMNLabel" -> TAIL;
            case "extension" -> 0;
            default -> BODY;
        };
    }

    private static int body(XmlName holder, String local) {
        BpmnType type = BpmnType.of(local);
        boolean artifact = type.isArtifact() || type == BpmnType.ASSOCIATION;
        return switch (holder.local()) {
            case "collaboration" -> artifact ? ARTIFACT : type == BpmnType.MESSAGE_FLOW ? CONNECTION : BODY;
            case "ioSpecification" -> BODY + IO.indexOf(local);
            case "adHocSubProcess" -> local.equals("completionCondition") ? TAIL : artifact ? ARTIFACT : BODY;
            case "lane" -> local.equals("childLaneSet") ? CONNECTION : BODY;
            default -> artifact ? ARTIFACT : BODY;
        };
    }
}
