package dev.wavetank.engine.flowable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JobWorkersTest {
    private final List<String> ran = new CopyOnWriteArrayList<>();
    private final CountDownLatch busy = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(4);

    @Test
    void whatWaitsRunsByCategoryAndAgeAndNotInTheOrderOfItsComing() throws Exception {
        JobWorkers workers = new JobWorkers(1, 10);
        workers.start();
        workers.execute(new JobInMemory("first", null, null, 0, this::waitUntilAllWait));

        workers.execute(job("new", null, 30));
        workers.execute(job("patient", "low", 10));
        workers.execute(job("taken over", null, 20));
        workers.execute(job("urgent", "high", 40));
        busy.countDown();

        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(ran).containsExactly("urgent", "taken over", "new", "patient");
        workers.stop(Duration.ofSeconds(5), false);
    }

    @Test
    void fullQueueRefusesAndTellsSo() {
        JobWorkers workers = new JobWorkers(1, 1);
        workers.start();
        workers.execute(new JobInMemory("runs", null, null, 0, this::waitUntilAllWait));
        workers.execute(job("waits", null, 1));

        assertThat(workers.getRemainingCapacity()).isZero();
        assertThatThrownBy(() -> workers.execute(job("too many", null, 2)))
                .isInstanceOf(RejectedExecutionException.class);
        assertThat(workers.active()).isEqualTo(2);
        busy.countDown();
        workers.stop(Duration.ofSeconds(5), false);
    }

    private JobInMemory job(String id, @Nullable String category, long created) {
        return new JobInMemory(id, null, category, created, () -> {
            ran.add(id);
            done.countDown();
        });
    }

    private void waitUntilAllWait() {
        try {
            assertThat(busy.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
