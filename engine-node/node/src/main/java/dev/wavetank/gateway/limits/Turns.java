package dev.wavetank.gateway.limits;

import dev.wavetank.engine.web.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/// Whose call goes to an engine next, when the engines have enough to do.
///
/// So many calls go at once; the others wait here. When a place becomes free, the tenant with the fewest calls under
/// way
/// is next, of several the one whose last turn is longest ago. So a tenant that floods the cluster waits behind itself,
/// and the others wait for one call at most. It also has no more than a third of the places while others have work too,
/// since an engine that is full of one tenant's calls is slow for all. A call that is under way for longer than a
/// moment, since it waits for
/// something outside or streams a long answer, gives its place to another.
public final class Turns {
    private static final Duration MOMENT = Duration.ofMillis(100);
    /// How long a tenant that had a turn counts as one that has work.
    private static final Duration COMPANY = Duration.ofSeconds(1);
    private static final int SHARE = 3;
    /// Tenants whose last turn is kept in mind.
    private static final int KEPT = 1024;

    private final IntSupplier places;
    private final LongSupplier nanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Turn> waiting = new ArrayList<>();
    private final List<Turn> underWay = new ArrayList<>();
    /// By tenant, the earliest first.
    private final SequencedMap<String, Last> last = new LinkedHashMap<>();

    private long count;

    /// @param places calls at once
    /// @param nanos  a clock that never goes back
    public Turns(IntSupplier places, LongSupplier nanos) {
        this.places = places;
        this.nanos = nanos;
    }

    /// @param number of the turn
    /// @param at     when it came, of the clock
    private record Last(long number, long at) {}

    /// One call's turn; close it when the call is over.
    public final class Turn implements AutoCloseable {
        private final String tenant;
        private final Condition given = lock.newCondition();
        /// When the turn came, of the clock.
        private long since;

        private Turn(String tenant) {
            this.tenant = tenant;
        }

        @Override
        public void close() {
            lock.lock();
            try {
                if (underWay.remove(this)) handOut();
            } finally {
                lock.unlock();
            }
        }
    }

    /// Waits for the turn of a tenant's call.
    ///
    /// @throws ProblemException 503 when it has not come in time
    public Turn take(String tenant, Duration patience) throws InterruptedException {
        long giveUp = nanos.getAsLong() + patience.toNanos();
        Turn turn = new Turn(tenant);
        lock.lock();
        try {
            waiting.add(turn);
            handOut();
            while (waiting.contains(turn)) {
                long left = giveUp - nanos.getAsLong();
                if (left <= 0) {
                    throw ProblemException.unavailable(
                            "overloaded", "The engines have too much to do; try again in a moment.");
                }
                turn.given.awaitNanos(Math.min(left, untilAPlace()));
                handOut();
            }
            return turn;
        } finally {
            waiting.remove(turn);
            lock.unlock();
        }
    }

    /// Calls that wait for their turn.
    public int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private long untilAPlace() {
        return underWay.isEmpty()
                ? MOMENT.toNanos()
                : Math.max(1, underWay.getFirst().since + MOMENT.toNanos() - nanos.getAsLong());
    }

    private void handOut() {
        long now = nanos.getAsLong();
        underWay.removeIf(turn -> now - turn.since >= MOMENT.toNanos());
        while (!waiting.isEmpty() && underWay.size() < places.getAsInt()) {
            Turn next = waiting.stream()
                    .filter(turn -> callsOf(turn) < most(turn.tenant, now))
                    .min(Comparator.comparingLong(this::callsOf).thenComparingLong(this::lastOf))
                    .orElse(null);
            if (next == null) return;
            waiting.remove(next);
            next.since = now;
            underWay.add(next);
            remember(next.tenant, now);
            next.given.signal();
        }
    }

    private void remember(String tenant, long now) {
        last.putLast(tenant, new Last(++count, now));
        if (last.size() > KEPT) last.pollFirstEntry();
    }

    private int most(String tenant, long now) {
        boolean company = last.reversed().entrySet().stream()
                .filter(other -> !other.getKey().equals(tenant))
                .findFirst()
                .filter(other -> now - other.getValue().at() < COMPANY.toNanos())
                .isPresent();
        return company ? Math.ceilDiv(places.getAsInt(), SHARE) : places.getAsInt();
    }

    private long lastOf(Turn turn) {
        Last known = last.get(turn.tenant);
        return known == null ? 0 : known.number();
    }

    private long callsOf(Turn turn) {
        return underWay.stream()
                .filter(other -> other.tenant.equals(turn.tenant))
                .count();
    }
}
