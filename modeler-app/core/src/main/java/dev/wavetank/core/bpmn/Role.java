package dev.wavetank.core.bpmn;

import dev.wavetank.core.xml.XmlElement;

/// What an XML element is to the index. It follows from its name and its parent's role; whatever is `DETAIL`
/// belongs to the nearest element above that is not, and so does everything inside it.
enum Role {
    ELEMENT,
    DIAGRAM,
    PLANE,
    SHAPE,
    EDGE,
    DETAIL;

    static Role ofRoot(XmlElement root) {
        return root.name().is(Namespaces.BPMN, "definitions") ? ELEMENT : DETAIL;
    }

    Role ofChild(XmlElement child) {
        String namespace = child.name().namespace();
        String local = child.name().local();
        return switch (this) {
            case ELEMENT -> {
                if (namespace.equals(Namespaces.BPMN)) {
                    yield BpmnType.of(local) == BpmnType.UNKNOWN ? DETAIL : ELEMENT;
                }
                yield child.name().is(Namespaces.BPMNDI, "BPMNDiagram") ? DIAGRAM : DETAIL;
            }
            case DIAGRAM -> child.name().is(Namespaces.BPMNDI, "BPMNPlane") ? PLANE : DETAIL;
            case PLANE -> {
                if (!namespace.equals(Namespaces.BPMNDI)) {
                    yield DETAIL;
                }
                yield local.equals("BPMNShape") ? SHAPE : local.equals("BPMNEdge") ? EDGE : DETAIL;
            }
            case SHAPE, EDGE, DETAIL -> DETAIL;
        };
    }
}
