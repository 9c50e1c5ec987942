package dev.wavetank.engine.api;

/// The facts that the merged event stream carries.
public enum EventType {
    DEPLOYED,
    INSTANCE_STARTED,
    INSTANCE_ENDED,
    INSTANCE_CANCELLED,
    ACTIVITY_STARTED,
    ACTIVITY_COMPLETED,
    ACTIVITY_CANCELLED,
    TASK_CREATED,
    TASK_COMPLETED,
    TIMER_FIRED,
    JOB_FAILED,
    JOB_DEAD,
    NODE_JOINED,
    NODE_SUSPECT,
    NODE_DEAD,
    NODE_FENCED,
    NODE_LEFT,
    TAKEOVER,
    LEADER_CHANGED
}
