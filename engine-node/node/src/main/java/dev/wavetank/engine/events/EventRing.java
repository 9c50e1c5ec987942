package dev.wavetank.engine.events;

import dev.wavetank.engine.api.EngineEvent;
import dev.wavetank.engine.api.EventType;
import dev.wavetank.engine.fencing.EpochSource;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The last few thousand events of this node, numbered without gaps. Writers never wait for readers: a reader that
/// falls behind sees a gap in the numbers and asks for the counts again.
public final class EventRing {
    private static final int CAPACITY = 4096;

    private final String node;
    private final EpochSource epochs;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Deque<EngineEvent> events = new ArrayDeque<>(CAPACITY);
    private long sequence;

    public EventRing(String node, EpochSource epochs, Clock clock) {
        this.node = node;
        this.epochs = epochs;
        this.clock = clock;
    }

    /// What happened, before the ring gives it node, epoch, time and number.
    public record Fact(
            EventType type,
            String tenant,
            @Nullable String processDefinitionId,
            @Nullable String processDefinitionKey,
            @Nullable String processInstanceId,
            @Nullable String activityId,
            @Nullable String activityType,
            @Nullable String detail) {}

    public void publish(List<Fact> facts) {
        lock.lock();
        try {
            for (Fact fact : facts) {
                if (events.size() == CAPACITY) events.removeFirst();
                events.addLast(number(fact));
            }
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private EngineEvent number(Fact fact) {
        return new EngineEvent(
                ++sequence,
                clock.instant(),
                node,
                epochs.epoch(),
                fact.type(),
                fact.tenant(),
                fact.processDefinitionId(),
                fact.processDefinitionKey(),
                fact.processInstanceId(),
                fact.activityId(),
                fact.activityType(),
                fact.detail());
    }

    /// The number of the newest event, 0 when there was none.
    public long last() {
        lock.lock();
        try {
            return sequence;
        } finally {
            lock.unlock();
        }
    }

    /// The events after a number, oldest first; waits for one if there is none yet, and answers an empty list when
    /// none came in time.
    public List<EngineEvent> after(long number, long millis) throws InterruptedException {
        long left = TimeUnit.MILLISECONDS.toNanos(millis);
        lock.lockInterruptibly();
        try {
            while (sequence <= number && left > 0) {
                left = arrived.awaitNanos(left);
            }
            List<EngineEvent> found = new ArrayList<>();
            for (EngineEvent event : events) {
                if (event.sequence() > number) found.add(event);
            }
            return found;
        } finally {
            lock.unlock();
        }
    }
}
