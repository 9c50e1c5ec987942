package dev.wavetank.core.rules;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.EventDefinition;
import dev.wavetank.core.bpmn.EventDefinition.Kind;
import dev.wavetank.core.rules.Verdict.ConnectedBy;
import dev.wavetank.core.rules.Verdict.Forbidden;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which connection, if any, may lead from one element to another (BPMN 2.0 sections 7.6, 8.3.13, 10.6).
public final class ConnectRules {
    private static final Set<Kind> AFTER_EVENT_GATEWAY =
            Set.of(Kind.MESSAGE, Kind.TIMER, Kind.CONDITIONAL, Kind.SIGNAL);

    private final Diagram diagram;

    public ConnectRules(Diagram diagram) {
        this.diagram = diagram;
    }

    /// The verdict is `ConnectedBy` or `Forbidden`.
    public Verdict canConnect(ElementId from, ElementId to) {
        Optional<BpmnElement> source = diagram.element(from);
        Optional<BpmnElement> target = diagram.element(to);
        if (source.isEmpty() || target.isEmpty()) {
            return new Forbidden("There is nothing to connect.");
        }
        return connect(source.get(), target.get());
    }

    /// What would connect an element with a new one beside it in the same container; data and annotations are
    /// linked with it, everything else follows it.
    public Verdict canAppend(ElementId from, Nature created) {
        Optional<BpmnElement> source = diagram.element(from);
        if (source.isEmpty() || source.get().type().isConnection() || created.type() == BpmnType.GROUP) {
            return new Forbidden("There is nothing to connect.");
        }
        Nature element = Nature.of(source.get());
        boolean leads = created.type().isArtifact() || created.type().isData();
        Optional<Verdict> linked = leads ? link(created, element) : link(element, created);
        if (linked.isPresent()) {
            return linked.get();
        }
        return element.type().isFlowNode() && created.type().isFlowNode()
                ? sequenceFlow(element, created)
                : new Forbidden("Nothing of this kind follows this element.");
    }

    /// Whether an element may go into a sequence flow, so that the flow leads to it and another one leaves it.
    public Verdict canInsert(ElementId flow, Nature element) {
        Optional<BpmnElement> line = diagram.element(flow).filter(it -> it.type() == BpmnType.SEQUENCE_FLOW);
        Optional<BpmnElement> source = line.flatMap(BpmnElement::source).flatMap(diagram::element);
        Optional<BpmnElement> target = line.flatMap(BpmnElement::target).flatMap(diagram::element);
        if (source.isEmpty() || target.isEmpty() || !element.type().isFlowNode()) {
            return new Forbidden("Only what a flow passes through goes into a flow.");
        }
        Verdict in = sequenceFlow(Nature.of(source.get()), element);
        Verdict out = sequenceFlow(element, Nature.of(target.get()));
        return !in.isAllowed() ? in : !out.isAllowed() ? out : Verdict.INSERTED;
    }

    private Verdict connect(BpmnElement source, BpmnElement target) {
        if (source.type().isArtifact() != target.type().isArtifact()) {
            boolean toItself = diagram.incoming(source.id()).contains(target.id())
                    || diagram.outgoing(source.id()).contains(target.id());
            return toItself
                    ? new Forbidden("An annotation cannot be linked to its own association.")
                    : new ConnectedBy(BpmnType.ASSOCIATION);
        }
        if (isCompensationBoundary(Nature.of(source)) && target.type().isActivity() && !sameScope(source, target)) {
            return new Forbidden("What undoes an activity stands in the same process or sub-process.");
        }
        return link(Nature.of(source), Nature.of(target))
                .orElseGet(() -> sameScope(source, target)
                        ? sequenceFlow(Nature.of(source), Nature.of(target))
                        : messageFlow(source, target));
    }

    /// What connects two elements wherever they stand: associations of all kinds.
    private static Optional<Verdict> link(Nature source, Nature target) {
        if (source.type().isArtifact() != target.type().isArtifact() || isCompensation(source, target)) {
            return Optional.of(new ConnectedBy(BpmnType.ASSOCIATION));
        }
        if (isDataItem(source) && source.type() != BpmnType.DATA_OUTPUT && acceptsData(target)) {
            return Optional.of(new ConnectedBy(BpmnType.DATA_INPUT_ASSOCIATION));
        }
        return isDataItem(target) && target.type() != BpmnType.DATA_INPUT && providesData(source)
                ? Optional.of(new ConnectedBy(BpmnType.DATA_OUTPUT_ASSOCIATION))
                : Optional.empty();
    }

    private static Verdict sequenceFlow(Nature source, Nature target) {
        if (source.type() == BpmnType.END_EVENT || isLink(source, BpmnType.INTERMEDIATE_THROW_EVENT)) {
            return new Forbidden("Nothing follows an end event or a throwing link.");
        }
        if (target.type() == BpmnType.START_EVENT || target.type() == BpmnType.BOUNDARY_EVENT) {
            return new Forbidden("A flow cannot lead to a start or boundary event.");
        }
        if (isLink(target, BpmnType.INTERMEDIATE_CATCH_EVENT)) {
            return new Forbidden("A catching link is entered only through its throwing link.");
        }
        if (target.eventSubProcess() || source.eventSubProcess()) {
            return new Forbidden("An event sub-process starts by its event, not by a flow.");
        }
        if (target.forCompensation() || source.forCompensation() || isCompensationBoundary(source)) {
            return new Forbidden("Compensation is linked by an association, not by a flow.");
        }
        if (source.type() == BpmnType.EVENT_BASED_GATEWAY && !mayFollowEventGateway(target)) {
            return new Forbidden(
                    "Only receive tasks and message, timer, condition or signal events follow this gateway.");
        }
        return new ConnectedBy(BpmnType.SEQUENCE_FLOW);
    }

    private Verdict messageFlow(BpmnElement source, BpmnElement target) {
        Optional<ElementId> from = participant(source);
        Optional<ElementId> to = participant(target);
        if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
            return new Forbidden("A flow stays inside its process or sub-process; messages go between pools.");
        }
        if (!sendsMessages(source)) {
            return new Forbidden("No message can leave this element.");
        }
        if (!receivesMessages(target)) {
            return new Forbidden("No message can reach this element.");
        }
        return new ConnectedBy(BpmnType.MESSAGE_FLOW);
    }

    /// The participant an element belongs to, itself included.
    private Optional<ElementId> participant(BpmnElement element) {
        if (element.type() == BpmnType.PARTICIPANT) {
            return Optional.of(element.id());
        }
        Optional<BpmnElement> holder = Optional.of(element);
        while (holder.isPresent() && holder.get().type() != BpmnType.PROCESS) {
            holder = holder.get().parent().flatMap(diagram::element);
        }
        return holder.flatMap(process -> participantOf(process.id()));
    }

    private Optional<ElementId> participantOf(ElementId process) {
        return diagram.definitions().stream()
                .flatMap(root -> diagram.children(root.id()).stream())
                .filter(child -> child.type() == BpmnType.COLLABORATION)
                .flatMap(collaboration -> diagram.children(collaboration.id()).stream())
                .filter(child -> child.process().filter(process::equals).isPresent())
                .map(BpmnElement::id)
                .findFirst();
    }

    private static boolean sameScope(BpmnElement source, BpmnElement target) {
        return source.type().isFlowNode()
                && target.type().isFlowNode()
                && source.parent().equals(target.parent());
    }

    private static boolean sendsMessages(BpmnElement element) {
        return switch (element.type()) {
            case PARTICIPANT -> true;
            case END_EVENT, INTERMEDIATE_THROW_EVENT -> isMessageOrNone(element);
            default -> element.type().isActivity();
        };
    }

    private static boolean receivesMessages(BpmnElement element) {
        return switch (element.type()) {
            case PARTICIPANT -> true;
            case START_EVENT, INTERMEDIATE_CATCH_EVENT, BOUNDARY_EVENT -> isMessageOrNone(element);
            default -> element.type().isActivity() && !element.isTriggeredByEvent();
        };
    }

    private static boolean isMessageOrNone(BpmnElement event) {
        List<EventDefinition> definitions = event.eventDefinitions();
        return definitions.isEmpty() || event.hasEventDefinition(Kind.MESSAGE);
    }

    private static boolean mayFollowEventGateway(Nature target) {
        return target.type() == BpmnType.RECEIVE_TASK
                || target.type() == BpmnType.INTERMEDIATE_CATCH_EVENT
                        && (AFTER_EVENT_GATEWAY.stream().anyMatch(target::isOnly)
                                || target.events().isEmpty()
                                        && target.engineTrigger().isPresent());
    }

    private static boolean isLink(Nature element, BpmnType type) {
        return element.type() == type && element.has(Kind.LINK);
    }

    private static boolean isCompensationBoundary(Nature element) {
        return element.type() == BpmnType.BOUNDARY_EVENT && element.has(Kind.COMPENSATE);
    }

    private static boolean isCompensation(Nature source, Nature target) {
        return isCompensationBoundary(source) && target.type().isActivity() && !target.eventSubProcess();
    }

    private static boolean isDataItem(Nature element) {
        return switch (element.type()) {
            case DATA_OBJECT_REFERENCE, DATA_STORE_REFERENCE, DATA_INPUT, DATA_OUTPUT -> true;
            default -> false;
        };
    }

    private static boolean acceptsData(Nature element) {
        return element.type().isActivity() || element.type().isThrowEvent();
    }

    private static boolean providesData(Nature element) {
        return element.type().isActivity() || element.type().isCatchEvent();
    }
}
