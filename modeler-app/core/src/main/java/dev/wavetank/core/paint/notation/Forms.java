package dev.wavetank.core.paint.notation;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.paint.notation.ActivityForm.Border;
import dev.wavetank.core.paint.notation.EventForm.Position;
import dev.wavetank.core.rules.Nature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Which form of the notation an element takes, read from the element, from what it refers to and, for flows, from
/// its source.
public final class Forms {
    private Forms() {}

    public static EventForm event(BpmnElement event, Function<ElementId, Optional<BpmnElement>> elements) {
        Position position = switch (event.type()) {
            case START_EVENT -> Position.START;
            case END_EVENT -> Position.END;
            case BOUNDARY_EVENT -> Position.BOUNDARY;
            case INTERMEDIATE_THROW_EVENT, IMPLICIT_THROW_EVENT -> Position.THROW;
            default -> Position.CATCH;
        };
        boolean mayRunBeside = position == Position.START || position == Position.BOUNDARY;
        return new EventForm(position, !mayRunBeside || event.isInterrupting(), eventIcon(event, elements));
    }

    private static Optional<String> eventIcon(BpmnElement event, Function<ElementId, Optional<BpmnElement>> elements) {
        var definitions = new ArrayList<>(event.eventDefinitions());
        int named = event.references("eventDefinitionRef").size();
        if (definitions.size() + named > 1) {
            return Optional.of(event.isParallelMultiple() ? "parallel-multiple" : "multiple");
        }
        if (named > 0) {
            definitions.addAll(EventReferences.of(event, elements));
        }
        if (definitions.isEmpty()) {
            return engineIcon(event);
        }
        return definitions.stream().findFirst().map(definition -> switch (definition.kind()) {
            case MESSAGE -> "message";
            case TIMER -> "timer";
            case CONDITIONAL -> "conditional";
            case SIGNAL -> "signal";
            case ERROR -> "error";
            case ESCALATION -> "escalation";
            case COMPENSATE -> "compensation";
            case LINK -> "link";
            case CANCEL -> "cancel";
            case TERMINATE -> "terminate";
        });
    }

    /// What only the engine waits for.
    private static Optional<String> engineIcon(BpmnElement event) {
        return Nature.of(event)
                .engineTrigger()
                .map(trigger -> trigger.equals(Nature.EVENT_REGISTRY) ? "event-registry" : "variable-listener");
    }

    public static Optional<String> gatewayIcon(BpmnElement gateway, boolean markerVisible) {
        return switch (gateway.type()) {
            case EXCLUSIVE_GATEWAY -> markerVisible ? Optional.of("exclusive") : Optional.empty();
            case PARALLEL_GATEWAY -> Optional.of("parallel");
            case INCLUSIVE_GATEWAY -> Optional.of("inclusive");
            case COMPLEX_GATEWAY -> Optional.of("complex");
            case EVENT_BASED_GATEWAY ->
                Optional.of(
                        !gateway.isInstantiating()
                                ? "event-based"
                                : gateway.isParallelEventGateway()
                                        ? "event-based-parallel-start"
                                        : "event-based-start");
            default -> Optional.empty();
        };
    }

    public static ActivityForm activity(
            BpmnElement activity, Shape shape, Function<ElementId, Optional<BpmnElement>> elements) {
        boolean container = activity.type().isSubProcess();
        boolean call = activity.type() == BpmnType.CALL_ACTIVITY || activity.type() == BpmnType.CALL_CHOREOGRAPHY;
        boolean expanded = shape.expanded() && (container || call);
        Optional<BpmnType> called =
                activity.reference("calledElement").flatMap(elements).map(BpmnElement::type);
        Border border = call
                ? Border.THICK
                : activity.type() == BpmnType.TRANSACTION
                        ? Border.DOUBLE
                        : activity.isTriggeredByEvent() ? Border.DOTTED : Border.PLAIN;
        boolean plus = !expanded
                && (container || call && called.flatMap(TaskIcons::global).isEmpty());
        Optional<String> icon = call ? called.flatMap(TaskIcons::global) : TaskIcons.of(activity);
        return new ActivityForm(border, expanded, icon, markers(activity, plus));
    }

    private static List<String> markers(BpmnElement activity, boolean plus) {
        var markers = new ArrayList<String>(2);
        switch (activity.loop()) {
            case NONE -> {}
            case STANDARD -> markers.add("loop");
            case PARALLEL -> markers.add("parallel-instances");
            case SEQUENTIAL -> markers.add("sequential-instances");
        }
        switch (activity.attribute("loopType").orElse("")) {
            case "Standard" -> markers.add("loop");
            case "MultiInstanceParallel" -> markers.add("parallel-instances");
            case "MultiInstanceSequential" -> markers.add("sequential-instances");
            default -> {}
        }
        if (plus) {
            markers.add("sub-process");
        }
        if (activity.isForCompensation()) {
            markers.add("compensation-marker");
        }
        if (activity.type() == BpmnType.AD_HOC_SUB_PROCESS) {
            markers.add("ad-hoc");
        }
        return markers;
    }

    public static EdgeForm edge(BpmnElement connection, Optional<BpmnElement> source) {
        return switch (connection.type()) {
            case SEQUENCE_FLOW -> sequence(connection, source);
            case MESSAGE_FLOW -> EdgeForm.MESSAGE;
            case DATA_INPUT_ASSOCIATION, DATA_OUTPUT_ASSOCIATION -> EdgeForm.DATA;
            case CONVERSATION_LINK -> EdgeForm.CONVERSATION;
            case ASSOCIATION ->
                switch (connection.associationDirection()) {
                    case "One" -> EdgeForm.DATA;
                    case "Both" -> new EdgeForm(EdgeForm.Line.DOTTED, EdgeForm.Tip.OPEN_ARROW, EdgeForm.Tip.OPEN_ARROW);
                    default -> EdgeForm.ASSOCIATION;
                };
            default -> new EdgeForm(EdgeForm.Line.SOLID, EdgeForm.Tip.NONE, EdgeForm.Tip.NONE);
        };
    }

    private static EdgeForm sequence(BpmnElement flow, Optional<BpmnElement> source) {
        if (source.isEmpty()) {
            return EdgeForm.SEQUENCE;
        }
        BpmnElement from = source.get();
        if (from.defaultFlow().filter(flow.id()::equals).isPresent()) {
            return EdgeForm.DEFAULT_FLOW;
        }
        return from.type().isActivity() && flow.conditionExpression().isPresent()
                ? EdgeForm.CONDITIONAL
                : EdgeForm.SEQUENCE;
    }
}
