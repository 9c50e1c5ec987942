package dev.wavetank.core.rules;

/// A property of an element that its sign shows by a small mark and that is switched on and off.
public enum Marker {
    /// A standard loop: again and again, one after the other.
    LOOP,
    /// Several instances at the same time.
    PARALLEL,
    /// Several instances one after the other.
    SEQUENTIAL,
    /// Of a sub-process: its activities are done in any order.
    AD_HOC,
    /// Of an activity: it undoes another one.
    COMPENSATION,
    /// Of data: it is a list.
    COLLECTION,
    /// Of a start event in an event sub-process or a boundary event: what runs goes on.
    NON_INTERRUPTING,
    /// Of a participant: there are several of them.
    MULTIPLE,
    /// Of an exclusive gateway: the cross in it, which BPMN leaves to the person who draws.
    CROSS,
    /// Of a flow: it is taken when no other one is.
    DEFAULT,
    /// Of an event-based gateway: the process begins with it.
    INSTANTIATING;

    /// Those of which an activity has one at most.
    public boolean isRepetition() {
        return this == LOOP || this == PARALLEL || this == SEQUENTIAL;
    }
}
