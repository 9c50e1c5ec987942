package dev.wavetank.gateway.limits;

import static dev.wavetank.engine.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetank.engine.web.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicLong clock = new AtomicLong(Duration.ofDays(1).toNanos());
    private final BlockingQueue<String> came = new LinkedBlockingQueue<>();
    private final List<Thread> callers = new ArrayList<>();

    @AfterEach
    void nobodyIsLeft() throws InterruptedException {
        for (Thread caller : callers) {
            caller.interrupt();
            assertThat(caller.join(Duration.ofSeconds(5))).isTrue();
        }
    }

    private Turns turns(int places) {
        return new Turns(() -> places, clock::get);
    }

    /// A call of a tenant that waits, and is over as soon as its turn comes.
    private void wait(Turns turns, String tenant) {
        int before = turns.waiting();
        callers.add(Thread.startVirtualThread(() -> {
            try (Turns.Turn turn = turns.take(tenant, LONG)) {
                came.add(tenant);
            } catch (InterruptedException over) {
                // the test is
            }
        }));
        eventually("the call waits", LONG, () -> turns.waiting() == before + 1);
    }

    private List<String> inOrder(int calls) throws InterruptedException {
        List<String> order = new ArrayList<>();
        for (int i = 0; i < calls; i++) order.add(came.poll(5, TimeUnit.SECONDS));
        return order;
    }

    @Test
    void nobodyWaitsWhileThereIsRoom() throws InterruptedException {
        Turns turns = turns(2);
        try (Turns.Turn first = turns.take("acme", LONG);
                Turns.Turn second = turns.take("acme", LONG)) {
            assertThat(turns.waiting()).isZero();
        }
    }

    @Test
    void aFloodWaitsBehindItself() throws InterruptedException {
        Turns turns = turns(1);
        Turns.Turn held = turns.take("flood", LONG);
        for (int i = 0; i < 3; i++) wait(turns, "flood");
        wait(turns, "acme");
        wait(turns, "rival");
        held.close();
        assertThat(inOrder(5)).containsExactly("acme", "rival", "flood", "flood", "flood");
    }

    @Test
    void withOthersAtWorkATenantHasAThirdOfThePlaces() throws InterruptedException {
        Turns turns = turns(3);
        turns.take("acme", LONG).close();
        try (Turns.Turn first = turns.take("flood", LONG)) {
            wait(turns, "flood");
            assertThat(came).isEmpty();
            turns.take("acme", LONG).close();
            clock.addAndGet(Duration.ofSeconds(1).toNanos());
            assertThat(inOrder(1)).as("nobody else has work any more").containsExactly("flood");
        }
    }

    @Test
    void whoHasFewerCallsUnderWayGoesFirst() throws InterruptedException {
        Turns turns = turns(2);
        Turns.Turn one = turns.take("flood", LONG);
        Turns.Turn two = turns.take("flood", LONG);
        wait(turns, "flood");
        wait(turns, "rival");
        one.close();
        assertThat(inOrder(1)).containsExactly("rival");
        two.close();
        assertThat(inOrder(1)).containsExactly("flood");
    }

    @Test
    void aCallThatTakesLongGivesItsPlaceAway() throws InterruptedException {
        Turns turns = turns(1);
        try (Turns.Turn slow = turns.take("acme", LONG)) {
            wait(turns, "rival");
            assertThat(came).isEmpty();
            clock.addAndGet(Duration.ofMillis(100).toNanos());
            assertThat(inOrder(1)).containsExactly("rival");
        }
    }

    @Test
    void whoseTurnDoesNotComeIsTold() throws InterruptedException {
        Turns turns = turns(0);
        assertThatThrownBy(() -> turns.take("acme", Duration.ZERO))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.status()).isEqualTo(503));
        assertThat(turns.waiting()).isZero();
    }
}
