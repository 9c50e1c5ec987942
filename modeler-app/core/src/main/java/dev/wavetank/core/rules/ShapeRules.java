package dev.wavetank.core.rules;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.EventDefinition;
import dev.wavetank.core.bpmn.EventDefinition.Kind;
import dev.wavetank.core.bpmn.OpenCalls;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.rules.Verdict.Forbidden;
import dev.wavetank.core.xml.XmlElement;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Where shapes may be put, attached and resized.
public final class ShapeRules {
    /// An event is attached when it is dropped this near to the border, inside or outside.
    public static final double BORDER = 15;

    private static final Set<Kind> BOUNDARY_KINDS = Set.of(
            Kind.MESSAGE,
            Kind.TIMER,
            Kind.SIGNAL,
            Kind.CONDITIONAL,
            Kind.ERROR,
            Kind.ESCALATION,
            Kind.COMPENSATE,
            Kind.CANCEL);

    private static final Set<Kind> INTERMEDIATE_KINDS = Set.of(Kind.MESSAGE, Kind.TIMER, Kind.SIGNAL, Kind.CONDITIONAL);

    private final Diagram diagram;

    public ShapeRules(Diagram diagram) {
        this.diagram = diagram;
    }

    /// Whether a new element may be put on what lies below; an empty target is the sheet itself.
    ///
    /// @param sheet the index of the sheet among the diagram's planes
    public Verdict canCreate(Nature created, Optional<ElementId> target, int sheet) {
        return orInserted(canPut(created.type(), target, sheet), created, target);
    }

    /// What goes into a flow has to fit to both of its ends.
    private Verdict orInserted(Verdict verdict, Nature element, Optional<ElementId> target) {
        return verdict instanceof Verdict.Inserted
                ? new ConnectRules(diagram).canInsert(target.orElseThrow(), element)
                : verdict;
    }

    /// Whether an element may be dropped on what lies below; an empty target is the sheet itself.
    public Verdict canDrop(ElementId moving, Optional<ElementId> target) {
        Optional<BpmnElement> element = diagram.element(moving);
        if (element.isEmpty()) {
            return new Forbidden("There is nothing to move.");
        }
        BpmnType type = element.get().type();
        if (type == BpmnType.LANE) {
            return new Forbidden("A lane moves among its siblings, or with its pool.");
        }
        if (!onOneSheet(moving, target)) {
            return new Forbidden("That stands on another sheet.");
        }
        if (type == BpmnType.BOUNDARY_EVENT) {
            return canDetach(element.get(), target);
        }
        boolean intoItself =
                target.filter(to -> to.equals(moving) || holds(moving, to)).isPresent();
        if (isOwnFlow(moving, target)) {
            return new Forbidden("A shape cannot go into a flow of its own.");
        }
        return intoItself
                ? new Forbidden("A shape cannot go into itself.")
                : orInserted(canPut(type, target, Sheets.of(diagram, moving)), Nature.of(element.get()), target);
    }

    /// A flow from an event on its border would move along while it is split.
    private boolean isOwnFlow(ElementId moving, Optional<ElementId> target) {
        return target.flatMap(diagram::element)
                .flatMap(BpmnElement::source)
                .flatMap(diagram::element)
                .flatMap(BpmnElement::attachedTo)
                .filter(moving::equals)
                .isPresent();
    }

    /// A boundary event that is dropped inside its activity slides back to the border; elsewhere it becomes an
    /// intermediate event, if there is one of its kind.
    private Verdict canDetach(BpmnElement event, Optional<ElementId> target) {
        Verdict put = canPut(detached(event), target, Sheets.of(diagram, event.id()));
        if (target.equals(event.attachedTo()) && !put.isAllowed()) {
            return Verdict.ATTACHED;
        }
        boolean exists = INTERMEDIATE_KINDS.containsAll(kinds(event));
        return exists ? put : new Forbidden("Such an event exists only on the border of an activity.");
    }

    /// What a boundary event becomes when it leaves the border: an event that waits, or a blank one that does
    /// not.
    public static BpmnType detached(BpmnElement boundaryEvent) {
        return boundaryEvent.eventDefinitions().isEmpty()
                ? BpmnType.INTERMEDIATE_THROW_EVENT
                : BpmnType.INTERMEDIATE_CATCH_EVENT;
    }

    private boolean onOneSheet(ElementId moving, Optional<ElementId> target) {
        Optional<XmlElement> here = diagram.shape(moving).map(Shape::xml);
        Optional<XmlElement> there = target.flatMap(id ->
                diagram.shape(id).map(Shape::xml).or(() -> diagram.edge(id).map(Edge::xml)));
        return here.isEmpty()
                || there.isEmpty()
                || diagram.parentKey(here.get().key())
                        .equals(diagram.parentKey(there.get().key()));
    }

    private Verdict canPut(BpmnType type, Optional<ElementId> target, int sheet) {
        Optional<BpmnElement> shown = Sheets.shown(diagram, sheet);
        boolean plain = shown.filter(it -> it.type().isFlowElementsContainer()).isPresent();
        if (type == BpmnType.PARTICIPANT) {
            if (sheet > 0 && shown.filter(it -> it.type().isSubProcess()).isPresent()) {
                return new Forbidden("A pool stands beside others, not inside a sub-process.");
            }
            return target.isEmpty() || plain
                    ? Verdict.ALLOWED // around everything that is there, if it is the first
                    : new Forbidden("A pool stands on the sheet, not in a shape.");
        }
        Optional<BpmnElement> holder = target.flatMap(diagram::element);
        if (type.isArtifact()) {
            return Verdict.ALLOWED;
        }
        if (type == BpmnType.LANE) {
            return holder.filter(it -> it.type().isSwimlane()).isPresent()
                    ? canPut(BpmnType.TASK, holder.get())
                    : new Forbidden("A lane is part of a pool.");
        }
        if (holder.isEmpty()) {
            return hasPools() && !plain && !type.isData()
                    ? new Forbidden("Outside of the pools there is no process for it.")
                    : Verdict.ALLOWED;
        }
        return canPut(type, holder.get());
    }

    private Verdict canPut(BpmnType type, BpmnElement holder) {
        if (holder.type() == BpmnType.SEQUENCE_FLOW) {
            boolean hasBothEnds = type.isActivity()
                    || type.isGateway()
                    || type == BpmnType.INTERMEDIATE_CATCH_EVENT
                    || type == BpmnType.INTERMEDIATE_THROW_EVENT;
            return hasBothEnds ? Verdict.INSERTED : new Forbidden("Only what a flow passes through goes into a flow.");
        }
        boolean open = diagram.shape(holder.id()).map(Shape::expanded).orElse(true);
        return switch (holder.type()) {
            case PROCESS, LANE -> Verdict.ALLOWED;
            case PARTICIPANT ->
                holder.process().flatMap(diagram::element).isPresent()
                        ? Verdict.ALLOWED
                        : new Forbidden("This pool hides its process.");
            case CALL_ACTIVITY ->
                OpenCalls.process(diagram, holder).isPresent()
                        ? Verdict.ALLOWED
                        : new Forbidden("The process that is called stands elsewhere.");
            default ->
                holder.type().isSubProcess() && open
                        ? Verdict.ALLOWED
                        : new Forbidden("Nothing can be put into this element.");
        };
    }

    /// Whether an element that is there already, dropped with its centre at `at`, becomes a boundary event of
    /// `host`, be it that it sat on another one or elsewhere on the same.
    public Verdict canAttach(ElementId moving, ElementId host, Point at) {
        Optional<BpmnElement> event = diagram.element(moving);
        if (event.isEmpty() || moving.equals(host) || !onOneSheet(moving, Optional.of(host))) {
            return new Forbidden("There is nothing to attach.");
        }
        boolean afterEventGateway = diagram.incoming(host).stream()
                .flatMap(flow -> diagram.element(flow).flatMap(BpmnElement::source).stream())
                .flatMap(source -> diagram.element(source).stream())
                .anyMatch(source -> source.type() == BpmnType.EVENT_BASED_GATEWAY);
        return afterEventGateway
                ? new Forbidden("A task that an event-based gateway waits for has no boundary events.")
                : canAttach(event.get().type(), kinds(event.get()), host, at);
    }

    private static Set<Kind> kinds(BpmnElement event) {
        return event.eventDefinitions().stream().map(EventDefinition::kind).collect(Collectors.toSet());
    }

    /// Whether an event of that type, dropped at `at`, becomes a boundary event of `host`.
    public Verdict canAttach(BpmnType type, Set<Kind> kinds, ElementId host, Point at) {
        boolean candidate = type == BpmnType.BOUNDARY_EVENT
                || type == BpmnType.INTERMEDIATE_CATCH_EVENT
                || type == BpmnType.INTERMEDIATE_THROW_EVENT && kinds.isEmpty();
        if (!candidate || !BOUNDARY_KINDS.containsAll(kinds)) {
            return new Forbidden("Only an intermediate event that waits can sit on a border.");
        }
        Optional<BpmnElement> activity =
                diagram.element(host).filter(element -> element.type().isActivity());
        if (activity.isEmpty()
                || activity.get().isTriggeredByEvent()
                || activity.get().isForCompensation()) {
            return new Forbidden("Boundary events sit on activities.");
        }
        Bounds bounds = diagram.shape(host).map(Shape::bounds).orElse(new Bounds(0, 0, 0, 0));
        if (kinds.contains(Kind.CANCEL) && activity.get().type() != BpmnType.TRANSACTION) {
            return new Forbidden("Only a transaction can be cancelled.");
        }
        boolean onBorder =
                bounds.inflate(BORDER).contains(at) && !bounds.inflate(-BORDER).contains(at);
        return onBorder ? Verdict.ATTACHED : new Forbidden("Not on the border.");
    }

    /// Whether the shape can be given another size: activities, pools, lanes, groups and annotations; the signs
    /// for events, gateways and data have one size.
    public Verdict canResize(ElementId id) {
        return diagram.element(id)
                        .map(BpmnElement::type)
                        .filter(type -> type.isActivity() || type.isSwimlane() || type.isArtifact())
                        .isPresent()
                ? Verdict.ALLOWED
                : new Forbidden("This sign has one size.");
    }

    /// Whether a sub-process can be closed or opened.
    public Verdict canToggleExpanded(ElementId id) {
        return diagram.shape(id)
                        .flatMap(shape -> diagram.element(id))
                        .map(BpmnElement::type)
                        .filter(type -> type.isSubProcess() && type != BpmnType.SUB_CHOREOGRAPHY)
                        .isPresent()
                ? Verdict.ALLOWED
                : new Forbidden("Only sub-processes are closed and opened.");
    }

    private boolean holds(ElementId container, ElementId inner) {
        return diagram.carried(container).stream()
                .anyMatch(element -> element.id().equals(inner));
    }

    private boolean hasPools() {
        return diagram.definitions().stream()
                .flatMap(root -> diagram.children(root.id()).stream())
                .filter(element -> element.type() == BpmnType.COLLABORATION)
                .flatMap(element -> diagram.children(element.id()).stream())
                .anyMatch(element -> element.type() == BpmnType.PARTICIPANT);
    }
}
