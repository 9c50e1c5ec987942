package dev.wavetank.core.rules;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.EventDefinition.Kind;
import dev.wavetank.core.rules.Verdict.Forbidden;
import java.util.Optional;
import java.util.Set;

/// What an element may become without being drawn anew: something of its own family.
public final class ReplaceRules {
    private static final Set<Kind> END = Set.of(
            Kind.MESSAGE, Kind.SIGNAL, Kind.ERROR, Kind.ESCALATION, Kind.COMPENSATE, Kind.CANCEL, Kind.TERMINATE);
    private static final Set<Kind> CATCH = Set.of(Kind.MESSAGE, Kind.TIMER, Kind.SIGNAL, Kind.CONDITIONAL, Kind.LINK);
    private static final Set<Kind> THROW =
            Set.of(Kind.MESSAGE, Kind.SIGNAL, Kind.ESCALATION, Kind.COMPENSATE, Kind.LINK);
    private static final Set<Kind> BOUNDARY = Set.of(
            Kind.MESSAGE,
            Kind.TIMER,
            Kind.SIGNAL,
            Kind.CONDITIONAL,
            Kind.ERROR,
            Kind.ESCALATION,
            Kind.COMPENSATE,
            Kind.CANCEL);

    private final Diagram diagram;

    public ReplaceRules(Diagram diagram) {
        this.diagram = diagram;
    }

    /// Whether the element may become one of that nature.
    public Verdict canReplace(ElementId id, Nature wanted) {
        Optional<BpmnElement> element = diagram.element(id);
        if (element.isEmpty()) {
            return new Forbidden("There is nothing to replace.");
        }
        BpmnType old = element.get().type();
        BpmnType type = wanted.type();
        boolean sameFamily = old.isActivity() && type.isActivity()
                || old.isGateway() && type.isGateway()
                || old.isEvent() && type.isEvent()
                || isDataSign(old) && isDataSign(type)
                || old == BpmnType.PARTICIPANT && type == BpmnType.PARTICIPANT;
        if (!sameFamily || isChoreography(type) || isChoreography(old)) {
            return new Forbidden("It can only become something of its own kind.");
        }
        return type.isEvent() ? event(element.get(), wanted) : Verdict.ALLOWED;
    }

    private static boolean isDataSign(BpmnType type) {
        return type == BpmnType.DATA_OBJECT_REFERENCE || type == BpmnType.DATA_STORE_REFERENCE;
    }

    private Verdict event(BpmnElement element, Nature wanted) {
        BpmnType type = wanted.type();
        Optional<Kind> event = wanted.events().stream().findFirst();
        boolean onBorder = element.type() == BpmnType.BOUNDARY_EVENT;
        if (onBorder != (type == BpmnType.BOUNDARY_EVENT)) {
            return new Forbidden("A boundary event comes and goes by being dragged to a border and off it.");
        }
        if (event.isEmpty()) {
            boolean waits = type == BpmnType.INTERMEDIATE_CATCH_EVENT || onBorder;
            return waits && wanted.engineTrigger().isEmpty()
                    ? new Forbidden("An event that waits has to say what for.")
                    : ScopeRules.canStand(wanted, element.parent().flatMap(diagram::element));
        }
        boolean known = switch (type) {
            case START_EVENT -> true; // that depends on where it stands alone
            case END_EVENT -> END.contains(event.get());
            case INTERMEDIATE_CATCH_EVENT -> CATCH.contains(event.get());
            case INTERMEDIATE_THROW_EVENT -> THROW.contains(event.get());
            default -> BOUNDARY.contains(event.get());
        };
        if (!known) {
            return new Forbidden("There is no such event.");
        }
        boolean onTransaction = element.attachedTo()
                .flatMap(diagram::element)
                .filter(host -> host.type() == BpmnType.TRANSACTION)
                .isPresent();
        return onBorder && event.get() == Kind.CANCEL && !onTransaction
                ? new Forbidden("Only a transaction can be cancelled.")
                : ScopeRules.canStand(wanted, element.parent().flatMap(diagram::element));
    }

    static boolean isChoreography(BpmnType type) {
        return switch (type) {
            case CHOREOGRAPHY_TASK, CALL_CHOREOGRAPHY, SUB_CHOREOGRAPHY, IMPLICIT_THROW_EVENT -> true;
            default -> false;
        };
    }
}
