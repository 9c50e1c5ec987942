package dev.wavetank.core.conformance;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.EventDefinition;
import dev.wavetank.core.bpmn.OpenCalls;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.command.AddLane;
import dev.wavetank.core.edit.command.Connect;
import dev.wavetank.core.edit.command.CreateShape;
import dev.wavetank.core.edit.command.DeleteElements;
import dev.wavetank.core.edit.command.Lanes;
import dev.wavetank.core.edit.command.NodeKind;
import dev.wavetank.core.edit.command.RenameElement;
import dev.wavetank.core.edit.command.ResizeShape;
import dev.wavetank.core.edit.command.SetAttribute;
import dev.wavetank.core.edit.command.SetChildText;
import dev.wavetank.core.edit.command.SplitLane;
import dev.wavetank.core.edit.command.ToggleMarker;
import dev.wavetank.core.edit.command.UpdateWaypoints;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.rules.Marker;
import dev.wavetank.core.rules.Sizes;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Draws a model anew, from an empty sheet and by the commands that gestures make, as a person would who has the
/// picture before them: pools, their lanes, nodes from the outside in, then the connections.
final class Redraw {
    private final Diagram model;
    private final Editor editor;
    private final Map<ElementId, ElementId> drawn = new LinkedHashMap<>();

    private Redraw(Diagram model, Editor editor) {
        this.model = model;
        this.editor = editor;
    }

    /// @param editor on an empty sheet
    static void of(Diagram model, Editor editor) {
        new Redraw(model, editor).draw();
    }

    private void draw() {
        List<BpmnElement> shapes = model.planes().stream()
                .flatMap(plane -> plane.shapes().stream())
                .flatMap(shape -> model.element(shape.element()).stream())
                .distinct()
                .sorted(Comparator.comparingInt(this::depth))
                .toList();
        shapes.stream().filter(it -> it.type() == BpmnType.PARTICIPANT).forEach(this::pool);
        shapes.stream()
                .filter(it -> it.type() == BpmnType.LANE && !drawn.containsKey(it.id()))
                .flatMap(lane -> process(lane).stream())
                .distinct()
                .forEach(this::invisiblePool);
        shapes.stream().filter(it -> isNode(it) && !isAttached(it)).forEach(this::node);
        shapes.stream().filter(Redraw::isAttached).forEach(this::node);
        List<BpmnElement> edges = model.planes().stream()
                .flatMap(plane -> plane.edges().stream())
                .flatMap(edge -> model.element(edge.element()).stream())
                .distinct()
                .toList();
        edges.stream().filter(it -> it.type() != BpmnType.ASSOCIATION).forEach(this::connection);
        edges.stream().filter(it -> it.type() == BpmnType.ASSOCIATION).forEach(this::connection);
        shapes.forEach(this::defaultFlow);
    }

    private void pool(BpmnElement pool) {
        Shape shape = model.shape(pool.id()).orElseThrow();
        NodeKind kind =
                NodeKind.of(BpmnType.PARTICIPANT).asExpanded(pool.process().isPresent());
        if (!shape.horizontal()) {
            kind = kind.asVertical();
        }
        if (pool.isMultiple()) {
            kind = kind.with(Marker.MULTIPLE);
        }
        ElementId made = create(pool, kind, shape.bounds(), Optional.empty());
        lanes(pool.id(), made);
    }

    /// Lanes that a model draws without their pool (BPMN 2.0 section 9.3 lets one pool have no boundary) get one
    /// without
    /// a name.
    private void invisiblePool(BpmnElement process) {
        Bounds lanes = Lanes.inside(model, process.id()).stream()
                .map(Shape::bounds)
                .reduce(Bounds::union)
                .orElseThrow();
        Bounds pool =
                new Bounds(lanes.x() - Sizes.LANE_STRIP, lanes.y(), lanes.width() + Sizes.LANE_STRIP, lanes.height());
        create(process, NodeKind.of(BpmnType.PARTICIPANT), pool, Optional.empty());
        lanes(process.id(), drawn.get(process.id()));
    }

    private Optional<BpmnElement> process(BpmnElement lane) {
        Optional<BpmnElement> holder = lane.parent().flatMap(model::element);
        while (holder.isPresent() && holder.get().type() != BpmnType.PROCESS) {
            holder = holder.get().parent().flatMap(model::element);
        }
        return holder;
    }

    private void lanes(ElementId holder, ElementId made) {
        List<Shape> wanted = Lanes.inside(model, holder);
        if (wanted.isEmpty()) {
            return;
        }
        if (wanted.size() == 1) {
            editor.execute(new AddLane(made, true));
            editor.execute(new DeleteElements(
                    Set.of(Lanes.inside(editor.diagram(), made).getLast().element())));
            editor.execute(
                    new ResizeShape(made, model.shape(holder).orElseThrow().bounds()));
        } else {
            editor.execute(new SplitLane(made, wanted.size()));
        }
        List<ElementId> lanes = Lanes.inside(editor.diagram(), made).stream()
                .map(Shape::element)
                .toList();
        for (int i = 0; i < wanted.size(); i++) {
            Shape lane = wanted.get(i);
            drawn.put(lane.element(), lanes.get(i));
            if (i < wanted.size() - 1) {
                editor.execute(new ResizeShape(lanes.get(i), lane.bounds()));
            }
            rename(lane.element());
            lanes(lane.element(), lanes.get(i));
        }
    }

    private void node(BpmnElement node) {
        Shape shape = model.shape(node.id()).orElseThrow();
        create(node, kind(node, shape), shape.bounds(), target(node));
    }

    private ElementId create(BpmnElement like, NodeKind kind, Bounds bounds, Optional<ElementId> target) {
        ChangeSet change = editor.execute(new CreateShape(kind, bounds.center(), target));
        ElementId made = change.created().stream()
                .filter(it -> it.type() == (isAttached(like) ? like.type() : kind.type()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing was drawn for " + like.type() + " " + like.id()))
                .id();
        drawn.put(like.id(), made);
        change.created().stream()
                .filter(it -> it.type() == BpmnType.START_EVENT && !it.id().equals(made))
                .forEach(offered -> editor.execute(new DeleteElements(Set.of(offered.id()))));
        Bounds now = editor.diagram().shape(made).orElseThrow().bounds();
        if (!now.equals(bounds)) {
            editor.execute(new ResizeShape(made, bounds));
        }
        rename(like.id());
        mark(like, made);
        return made;
    }

    /// What a menu or a properties field says beyond the kind.
    private void mark(BpmnElement like, ElementId made) {
        boolean unmarked = like.type() == BpmnType.EXCLUSIVE_GATEWAY
                && model.shape(like.id()).filter(Shape::markerVisible).isEmpty();
        if (unmarked) {
            editor.execute(new ToggleMarker(made, Marker.CROSS));
        }
        like.attribute("calledElement")
                .filter(_ -> !opens(like))
                .ifPresent(called -> editor.execute(SetAttribute.of(made, "calledElement", called)));
    }

    private boolean opens(BpmnElement node) {
        return OpenCalls.process(model, node).isPresent();
    }

    private NodeKind kind(BpmnElement node, Shape shape) {
        BpmnType type = isAttached(node) ? BpmnType.INTERMEDIATE_CATCH_EVENT : node.type();
        NodeKind kind =
                NodeKind.of(type).asExpanded(shape.expanded() && (node.type().isSubProcess() || opens(node)));
        List<EventDefinition> definitions = node.eventDefinitions();
        if (!definitions.isEmpty()) {
            kind = NodeKind.event(type, definitions.getFirst().kind());
        }
        if (node.isTriggeredByEvent()) {
            kind = kind.with("triggeredByEvent", "true");
        }
        if (!node.isInterrupting()) {
            kind = kind.with(Marker.NON_INTERRUPTING);
        }
        kind = switch (node.loop()) {
            case NONE -> kind;
            case STANDARD -> kind.with(Marker.LOOP);
            case PARALLEL -> kind.with(Marker.PARALLEL);
            case SEQUENTIAL -> kind.with(Marker.SEQUENTIAL);
        };
        if (node.isForCompensation()) {
            kind = kind.with(Marker.COMPENSATION);
        }
        if (node.isCollection()) {
            kind = kind.with(Marker.COLLECTION);
        }
        return kind;
    }

    /// What lies below it in the picture.
    private Optional<ElementId> target(BpmnElement node) {
        if (isAttached(node)) {
            return node.attachedTo().map(drawn::get);
        }
        Optional<ElementId> holder = node.parent();
        Bounds box = model.shape(node.id()).orElseThrow().bounds();
        return model.lanes().stream()
                .filter(lane -> lane.references("flowNodeRef").contains(node.id()))
                .map(BpmnElement::id)
                .filter(drawn::containsKey)
                .reduce((outer, inner) -> inner)
                .or(() -> holder.filter(drawn::containsKey))
                .or(() -> holder.flatMap(process -> poolOf(process, box)))
                .or(() -> holder.flatMap(process -> OpenCalls.of(model, process).map(BpmnElement::id)))
                .map(drawn::get);
    }

    private Optional<ElementId> poolOf(ElementId process, Bounds box) {
        return drawn.keySet().stream()
                .flatMap(id -> model.element(id).stream())
                .filter(it -> it.type() == BpmnType.PARTICIPANT
                        && it.process().filter(process::equals).isPresent())
                .map(BpmnElement::id)
                .filter(pool -> model.shape(pool).orElseThrow().bounds().contains(box.center()))
                .findFirst();
    }

    private void connection(BpmnElement connection) {
        Optional<ElementId> from = connection.source().map(drawn::get);
        Optional<ElementId> to = connection.target().map(drawn::get);
        if (from.isEmpty() || to.isEmpty()) {
            throw new AssertionError(connection.type() + " " + connection.id() + " has an end that is not drawn");
        }
        ElementId made = editor.execute(new Connect(from.get(), to.get())).created().stream()
                .filter(it -> it.type().isConnection())
                .findFirst()
                .orElseThrow(() -> new AssertionError(connection.type() + " " + connection.id() + " was not drawn"))
                .id();
        drawn.put(connection.id(), made);
        model.edge(connection.id())
                .map(Edge::waypoints)
                .filter(line -> line.size() > 1)
                .ifPresent(line -> editor.execute(new UpdateWaypoints(made, line)));
        if (connection.type() == BpmnType.ASSOCIATION
                && !connection.associationDirection().equalsIgnoreCase("None")) {
            editor.execute(SetAttribute.of(made, "associationDirection", connection.associationDirection()));
        }
        connection
                .conditionExpression()
                .ifPresent(condition -> editor.execute(new SetChildText(
                        made, "conditionExpression", condition.text().isBlank() ? "${true}" : condition.text())));
        rename(connection.id());
    }

    private void defaultFlow(BpmnElement node) {
        node.defaultFlow()
                .map(drawn::get)
                .ifPresent(flow -> editor.execute(SetAttribute.of(drawn.get(node.id()), "default", flow.value())));
    }

    private void rename(ElementId id) {
        model.label(id)
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> editor.execute(new RenameElement(drawn.get(id), text)));
    }

    private static boolean isNode(BpmnElement element) {
        return element.type() != BpmnType.PARTICIPANT && element.type() != BpmnType.LANE;
    }

    private static boolean isAttached(BpmnElement element) {
        return element.type() == BpmnType.BOUNDARY_EVENT;
    }

    private int depth(BpmnElement element) {
        int depth = 0;
        Optional<ElementId> at = element.parent();
        while (at.isPresent()) {
            depth++;
            ElementId holder = at.get();
            at = model.element(holder)
                    .flatMap(BpmnElement::parent)
                    .filter(_ -> OpenCalls.of(model, holder).isEmpty())
                    .or(() -> OpenCalls.of(model, holder).map(BpmnElement::id));
        }
        return depth;
    }
}
