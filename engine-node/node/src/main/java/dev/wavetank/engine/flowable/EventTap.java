package dev.wavetank.engine.flowable;

import dev.wavetank.engine.api.EventType;
import dev.wavetank.engine.events.EventRing;
import dev.wavetank.engine.events.EventRing.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEntityEvent;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEvent;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEventType;
import org.flowable.common.engine.api.delegate.event.FlowableEvent;
import org.flowable.common.engine.api.delegate.event.FlowableEventListener;
import org.flowable.common.engine.impl.cfg.TransactionState;
import org.flowable.common.engine.impl.context.Context;
import org.flowable.common.engine.impl.interceptor.CommandContext;
import org.flowable.engine.delegate.event.FlowableActivityEvent;
import org.flowable.engine.impl.persistence.entity.ExecutionEntity;
import org.flowable.engine.impl.util.CommandContextUtil;
import org.flowable.job.api.JobInfo;
import org.flowable.task.api.TaskInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns the engine's events into ours. They are gathered while the transaction runs and published when it has
/// committed: what rolled back never happened. A job's failure is told at once, since its transaction is the one
/// that rolls back.
final class EventTap implements FlowableEventListener {
    private static final Logger LOG = LoggerFactory.getLogger(EventTap.class);
    private static final String GATHERED = EventTap.class.getName();

    private final EventRing ring;

    EventTap(EventRing ring) {
        this.ring = ring;
    }

    @Override
    public void onEvent(FlowableEvent event) {
        if (!(event.getType() instanceof FlowableEngineEventType type)
                || !(event instanceof FlowableEngineEvent engineEvent)) {
            return;
        }
        Optional<EventType> ours = ours(type);
        if (ours.isEmpty()) return;
        Fact fact = fact(ours.get(), engineEvent);
        if (ours.get() == EventType.JOB_FAILED || Context.getTransactionContext() == null) {
            ring.publish(List.of(fact));
            if (ours.get() == EventType.JOB_FAILED) {
                LOG.warn("A job failed at {} of {}: {}", fact.activityId(), fact.processInstanceId(), fact.detail());
            }
        } else {
            gathered().add(fact);
        }
    }

    private List<Fact> gathered() {
        CommandContext command = Context.getCommandContext();
        if (command.getAttribute(GATHERED) instanceof Gathered present) return present.facts();
        Gathered fresh = new Gathered(new ArrayList<>());
        command.addAttribute(GATHERED, fresh);
        Context.getTransactionContext()
                .addTransactionListener(TransactionState.COMMITTED, context -> ring.publish(fresh.facts()));
        return fresh.facts();
    }

    private record Gathered(List<Fact> facts) {}

    private static Optional<EventType> ours(FlowableEngineEventType type) {
        return Optional.ofNullable(
                switch (type) {
                    case PROCESS_STARTED -> EventType.INSTANCE_STARTED;
                    case PROCESS_COMPLETED,
                            PROCESS_COMPLETED_WITH_ERROR_END_EVENT,
                            PROCESS_COMPLETED_WITH_ESCALATION_END_EVENT,
                            PROCESS_COMPLETED_WITH_TERMINATE_END_EVENT -> EventType.INSTANCE_ENDED;
                    case PROCESS_CANCELLED -> EventType.INSTANCE_CANCELLED;
                    case ACTIVITY_STARTED -> EventType.ACTIVITY_STARTED;
                    case ACTIVITY_COMPLETED -> EventType.ACTIVITY_COMPLETED;
                    case ACTIVITY_CANCELLED -> EventType.ACTIVITY_CANCELLED;
                    case TASK_CREATED -> EventType.TASK_CREATED;
                    case TASK_COMPLETED -> EventType.TASK_COMPLETED;
                    case TIMER_FIRED -> EventType.TIMER_FIRED;
                    case JOB_EXECUTION_FAILURE -> EventType.JOB_FAILED;
                    case JOB_MOVED_TO_DEADLETTER -> EventType.JOB_DEAD;
                    default -> null; // an enumeration of the engine, not of ours: most of it is not told
                });
    }

    private static Fact fact(EventType type, FlowableEngineEvent event) {
        @Nullable String activity = null;
        @Nullable String activityType = null;
        @Nullable String tenant = null;
        @Nullable String detail = null;
        if (event instanceof FlowableActivityEvent at) {
            activity = at.getActivityId();
            activityType = at.getActivityType();
        } else if (event instanceof FlowableEngineEntityEvent about) {
            if (about.getEntity() instanceof TaskInfo task) {
                activity = task.getTaskDefinitionKey();
                activityType = "userTask";
                tenant = task.getTenantId();
            } else if (about.getEntity() instanceof JobInfo job) {
                tenant = job.getTenantId();
                detail = job.getExceptionMessage();
                activity = job instanceof org.flowable.job.api.Job whole ? whole.getElementId() : null;
            }
        }
        return new Fact(
                type,
                tenant != null ? tenant : tenantOf(event),
                event.getProcessDefinitionId(),
                Definitions.key(event.getProcessDefinitionId()),
                event.getProcessInstanceId(),
                activity,
                activityType,
                detail);
    }

    private static String tenantOf(FlowableEngineEvent event) {
        String id = event.getExecutionId() != null ? event.getExecutionId() : event.getProcessInstanceId();
        if (id == null) return "";
        ExecutionEntity execution =
                CommandContextUtil.getExecutionEntityManager().findById(id);
        return execution == null ? "" : Objects.requireNonNullElse(execution.getTenantId(), "");
    }

    @Override
    public boolean isFailOnException() {
        return false;
    }

    @Override
    public boolean isFireOnTransactionLifecycleEvent() {
        return false;
    }

    @Override
    public @Nullable String getOnTransaction() {
        return null;
    }
}
