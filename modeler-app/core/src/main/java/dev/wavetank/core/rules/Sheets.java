package dev.wavetank.core.rules;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Which sheet shows what. A sheet is told by its index among the diagram's planes.
public final class Sheets {
    private Sheets() {}

    /// The process, collaboration or sub-process whose content a sheet shows.
    public static Optional<BpmnElement> shown(Diagram diagram, int sheet) {
        return diagram.sheets().stream().skip(sheet).findFirst().flatMap(plane -> shown(diagram, plane));
    }

    /// What a `BPMNPlane` shows.
    public static Optional<BpmnElement> shown(Diagram diagram, XmlElement plane) {
        return plane.attribute("bpmnElement")
                .map(written -> new ElementId(
                        written.substring(written.indexOf(':') + 1).strip()))
                .flatMap(diagram::element);
    }

    /// The sheet on which an element is drawn, the first one if it is on none.
    public static int of(Diagram diagram, ElementId id) {
        Optional<XmlElement> drawing =
                diagram.shape(id).map(Shape::xml).or(() -> diagram.edge(id).map(Edge::xml));
        List<XmlElement> planes = diagram.sheets();
        for (int i = 0; i < planes.size() && drawing.isPresent(); i++) {
            if (diagram.parentKey(drawing.get().key())
                    .equals(OptionalInt.of(planes.get(i).key()))) {
                return i;
            }
        }
        return 0;
    }

    /// Whether a line can be drawn from one to the other; what is not drawn is in nobody's way.
    public static boolean areOnOne(Diagram diagram, ElementId one, ElementId other) {
        boolean drawn = diagram.shape(one).isPresent() && diagram.shape(other).isPresent();
        return !drawn || of(diagram, one) == of(diagram, other);
    }

    /// The sheet that shows the content of an element, if one is there for it.
    public static Optional<Integer> ofContent(Diagram diagram, ElementId container) {
        List<XmlElement> planes = diagram.sheets();
        for (int i = 0; i < planes.size(); i++) {
            if (shown(diagram, planes.get(i))
                    .filter(it -> it.id().equals(container))
                    .isPresent()) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
