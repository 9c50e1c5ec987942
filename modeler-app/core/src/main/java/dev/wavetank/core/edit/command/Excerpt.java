package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.rules.Nature;
import dev.wavetank.core.rules.ShapeRules;
import dev.wavetank.core.rules.Verdict;
import dev.wavetank.core.xml.DocumentException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A BPMN file as something to paste: its pools with their processes, and what stands in processes without a pool.
/// Any file will do, be it written by `CopiedElements` or by another program.
public final class Excerpt {
    private final Diagram diagram;
    private final List<BpmnElement> pools;
    /// Message flows, and artifacts that belong to no process.
    private final List<BpmnElement> besidePools;

    private final List<BpmnElement> processes;
    private final List<BpmnElement> loose;

    private Excerpt(Diagram diagram) {
        this.diagram = diagram;
        List<BpmnElement> collaborations = roots(BpmnType.COLLABORATION);
        this.pools = collaborations.stream()
                .flatMap(element -> diagram.children(element.id()).stream())
                .filter(element -> element.type() == BpmnType.PARTICIPANT)
                .toList();
        this.besidePools = collaborations.stream()
                .flatMap(element -> diagram.children(element.id()).stream())
                .filter(element -> element.type() == BpmnType.MESSAGE_FLOW
                        || element.type() == BpmnType.ASSOCIATION
                        || element.type().isArtifact())
                .toList();
        Set<ElementId> pooled =
                pools.stream().flatMap(pool -> pool.process().stream()).collect(Collectors.toSet());
        this.processes = roots(BpmnType.PROCESS).stream()
                .filter(process -> pooled.contains(process.id()))
                .toList();
        this.loose = roots(BpmnType.PROCESS).stream()
                .filter(process -> !pooled.contains(process.id()))
                .flatMap(process -> diagram.children(process.id()).stream())
                .filter(element -> element.type() != BpmnType.LANE_SET)
                .filter(element -> element.type() != BpmnType.BOUNDARY_EVENT
                        || element.attachedTo().flatMap(diagram::element).isPresent())
                .toList();
    }

    /// Empty if the text is no BPMN file, or one with nothing to paste.
    public static Optional<Excerpt> read(String bpmn) {
        try {
            return of(Diagram.read(bpmn.getBytes(StandardCharsets.UTF_8)));
        } catch (DocumentException e) {
            return Optional.empty(); // the clipboard may hold anything
        }
    }

    public static Optional<Excerpt> of(Diagram file) {
        var excerpt = new Excerpt(file);
        return excerpt.isEmpty() ? Optional.empty() : Optional.of(excerpt);
    }

    private List<BpmnElement> roots(BpmnType type) {
        return diagram.definitions().stream()
                .flatMap(root -> diagram.children(root.id()).stream())
                .filter(element -> element.type() == type)
                .toList();
    }

    private boolean isEmpty() {
        return pools.isEmpty() && loose.isEmpty();
    }

    Diagram diagram() {
        return diagram;
    }

    /// The file as text.
    public String text() {
        return diagram.document().text();
    }

    List<BpmnElement> pools() {
        return pools;
    }

    List<BpmnElement> besidePools() {
        return besidePools;
    }

    /// Those of the pools.
    List<BpmnElement> processes() {
        return processes;
    }

    List<BpmnElement> loose() {
        return loose;
    }

    /// The sheet that is pasted onto the one that is there; the others show the inside of closed sub-processes.
    Optional<Plane> sheet() {
        return diagram.planes().stream()
                .filter(plane -> !plane.shapes().isEmpty())
                .findFirst()
                .or(() -> diagram.planes().stream().findFirst());
    }

    boolean isMain(Plane plane) {
        return sheet().filter(main -> main.xml().key() == plane.xml().key()).isPresent();
    }

    /// All shapes of the sheet, in drawing order.
    public List<Shape> shapes() {
        return sheet().map(Plane::shapes).orElse(List.of());
    }

    public List<Edge> edges() {
        return sheet().map(Plane::edges).orElse(List.of());
    }

    /// What a shape stands for.
    public BpmnType type(Shape shape) {
        return diagram.element(shape.element()).map(BpmnElement::type).orElse(BpmnType.UNKNOWN);
    }

    /// Around all shapes; empty for a file that draws nothing.
    public Optional<Bounds> bounds() {
        return shapes().stream().map(Shape::bounds).reduce(Bounds::union);
    }

    /// Whether there are pools in it, which stand on the sheet only.
    public boolean hasPools() {
        return !pools.isEmpty();
    }

    /// Whether it can be put down in a diagram.
    ///
    /// @param target what lies below, empty for the sheet
    /// @param sheet the index of the sheet among the diagram's planes
    public Verdict canPaste(Diagram into, Optional<ElementId> target, int sheet) {
        if (target.flatMap(into::edge).isPresent()) {
            return new Verdict.Forbidden("Only a single new element goes into a flow.");
        }
        ShapeRules rules = new ShapeRules(into);
        List<BpmnElement> judged = new ArrayList<>(pools);
        judged.addAll(loose);
        return Stream.concat(
                        judged.stream()
                                .filter(element -> !element.type().isConnection())
                                .map(element -> rules.canCreate(Nature.of(element), target, sheet))
                                .filter(verdict -> !verdict.isAllowed()),
                        Stream.of(Verdict.ALLOWED))
                .findFirst()
                .orElseThrow();
    }
}
