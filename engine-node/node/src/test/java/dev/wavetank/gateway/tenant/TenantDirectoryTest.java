package dev.wavetank.gateway.tenant;

import static dev.wavetank.engine.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.testing.TestDatabase;
import dev.wavetank.engine.web.ProblemException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class TenantDirectoryTest {
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch open = new CountDownLatch(1);

    @Test
    void keyThatNobodyHasIsLookedUpOnce() {
        try (TestDatabase database = TestDatabase.h2()) {
            TenantDirectory directory = new TenantDirectory(counted(database), Dialect.H2);
            open.countDown();

            for (int call = 0; call < 1000; call++) {
                assertThat(directory.byKey("nobody's")).isEmpty();
            }

            assertThat(connections).hasValueLessThanOrEqualTo(2);
        }
    }

    @Test
    void floodOfUnknownKeysWaitsForAMomentAndIsTurnedAwayAndOneConnectionIsKeptFree() throws Exception {
        try (TestDatabase database = TestDatabase.h2();
                ExecutorService callers = Executors.newFixedThreadPool(TenantDirectory.LOOKUPS)) {
            TenantDirectory directory = new TenantDirectory(counted(database), Dialect.H2);
            Future<?>[] slow = new Future<?>[TenantDirectory.LOOKUPS - 1];
            for (int i = 0; i < slow.length; i++) {
                String key = "key-" + i;
                slow[i] = callers.submit(() -> directory.byKey(key));
            }
            eventually("the database is busy", Duration.ofSeconds(5), () -> connections.get() == slow.length);

            assertThatThrownBy(() -> directory.byKey("one more"))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.status()).isEqualTo(503));

            assertThat(connections).hasValue(slow.length);
            open.countDown();
            for (Future<?> call : slow) call.get();
            assertThat(directory.byKey("one more")).isEmpty();
        }
    }

    /// A database that counts who asks for a connection and lets nobody have one until it is open.
    private DataSource counted(TestDatabase database) {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("getConnection")) throw new UnsupportedOperationException();
                    connections.incrementAndGet();
                    open.await();
                    Connection connection = database.dataSource().getConnection();
                    return connection;
                });
    }
}
