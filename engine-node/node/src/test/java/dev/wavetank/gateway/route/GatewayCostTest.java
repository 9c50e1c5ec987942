package dev.wavetank.gateway.route;

import static dev.wavetank.engine.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.testing.NodeProcess;
import dev.wavetank.engine.testing.TestDatabase;
import dev.wavetank.gateway.testing.FakeEngine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a gateway costs, as a process of its own: memory at rest and under calls, CPU for each call. The bounds
/// are far above the figures, which are in `engine-node/bench/README.md`: they catch a mistake, not a busy
/// machine.
@Tag("slow")
class GatewayCostTest {
    private static final int WARM_UP = 3_000;
    private static final int CALLS = 6_000;
    private static final int CLIENTS = 4;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void forwardingCostsLittleCpuAndMemory() throws Exception {
        try (TestDatabase database = TestDatabase.h2();
                FakeEngine engine = new FakeEngine(database, "engine-1");
                NodeProcess gateway =
                        NodeProcess.start("gateway", "gateway-1", database.settings(), "the-cluster", "admin")) {
            eventually("the gateway forwards", Duration.ofMinutes(1), () -> call(gateway) == 200);
            long ready = cpuMillis(gateway);
            long residentAtRest = residentKilobytes(gateway);

            calls(gateway, WARM_UP);
            long before = cpuMillis(gateway);
            calls(gateway, CALLS);
            long spent = cpuMillis(gateway) - before;

            System.out.printf(
                    "gateway: ready after %d ms CPU, %d kB at rest, %d kB after %d calls, %.3f ms CPU a call%n",
                    ready, residentAtRest, residentKilobytes(gateway), WARM_UP + CALLS, (double) spent / CALLS);
            assertThat((double) spent / CALLS).isLessThan(3.0);
            assertThat(residentKilobytes(gateway)).isLessThan(200_000);
            assertThat(engine.received).hasSizeGreaterThanOrEqualTo(WARM_UP + CALLS);
        }
    }

    private void calls(NodeProcess gateway, int number) throws Exception {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = IntStream.range(0, CLIENTS)
                    .<Future<?>>mapToObj(client -> clients.submit(() -> {
                        for (int call = 0; call < number / CLIENTS; call++) {
                            assertThat(call(gateway)).isEqualTo(200);
                        }
                        return null;
                    }))
                    .toList();
            for (Future<?> client : running) {
                client.get();
            }
        }
    }

    private int call(NodeProcess gateway) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + gateway.port() + "/flowable-rest/service/runtime/tasks"))
                .header("Authorization", "Bearer admin")
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private static long cpuMillis(NodeProcess node) {
        return ProcessHandle.of(node.pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow()
                .toMillis();
    }

    private static long residentKilobytes(NodeProcess node) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + node.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
