package dev.wavetank.core.rules;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.EventDefinition.Kind;
import dev.wavetank.core.rules.Verdict.Forbidden;
import java.util.Optional;
import java.util.Set;

/// Which events may stand in which container (BPMN 2.0 sections 10.5.2 and 10.5.3).
public final class ScopeRules {
    private static final Set<Kind> START = Set.of(Kind.MESSAGE, Kind.TIMER, Kind.SIGNAL, Kind.CONDITIONAL);
    private static final Set<Kind> EVENT_SUB_PROCESS_START = Set.of(
            Kind.MESSAGE, Kind.TIMER, Kind.SIGNAL, Kind.CONDITIONAL, Kind.ERROR, Kind.ESCALATION, Kind.COMPENSATE);

    private ScopeRules() {}

    /// @param holder the process or sub-process, empty if there is none yet
    public static Verdict canStand(Nature event, Optional<BpmnElement> holder) {
        if (event.type() == BpmnType.START_EVENT) {
            return start(event, holder);
        }
        boolean inTransaction =
                holder.filter(around -> around.type() == BpmnType.TRANSACTION).isPresent();
        return event.type() == BpmnType.END_EVENT && event.has(Kind.CANCEL) && !inTransaction
                ? new Forbidden("Only a transaction can be cancelled.")
                : Verdict.ALLOWED;
    }

    private static Verdict start(Nature event, Optional<BpmnElement> holder) {
        boolean inEventSubProcess =
                holder.filter(BpmnElement::isTriggeredByEvent).isPresent();
        boolean inSubProcess = holder.filter(it -> it.type().isSubProcess()).isPresent();
        boolean blank = event.events().isEmpty() && event.engineTrigger().isEmpty();
        if (inSubProcess && !inEventSubProcess && !blank) {
            return new Forbidden("A sub-process is started by the flow that reaches it, so its start event is blank.");
        }
        boolean listens =
                event.engineTrigger().equals(Optional.of(Nature.VARIABLE_LISTENER)); // needs a running instance
        Set<Kind> known = inEventSubProcess ? EVENT_SUB_PROCESS_START : START;
        return known.containsAll(event.events()) && (inEventSubProcess || !listens)
                ? Verdict.ALLOWED
                : new Forbidden("Only an event sub-process starts with such an event.");
    }
}
