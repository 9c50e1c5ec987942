package dev.wavetank.gateway.failover;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Clients that start instances through the gateway, each with a business key and an idempotency key of its own.
final class Load {
    private static final int CLIENTS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Queue<String> accepted = new ConcurrentLinkedQueue<>();
    private final Queue<String> failed = new ConcurrentLinkedQueue<>();
    private final List<Thread> clients = new ArrayList<>();

    /// @param ports of the gateways; with one, a start that it does not accept is a failure; with several, a client
    /// goes on with the next one
    Load(List<Integer> ports, String key, int instances) {
        HttpClient http = HttpClient.newHttpClient();
        AtomicInteger left = new AtomicInteger(instances);
        for (int client = 0; client < CLIENTS; client++) {
            clients.add(Thread.ofVirtual().start(() -> {
                while (left.getAndDecrement() > 0) {
                    start(http, ports, key, "order-" + NEXT.incrementAndGet());
                }
            }));
        }
    }

    private void start(HttpClient http, List<Integer> ports, String key, String businessKey) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        for (int attempt = 0; ; attempt++) {
            String refusal = refusal(http, ports.get(attempt % ports.size()), key, businessKey);
            if (refusal.isEmpty()) {
                accepted.add(businessKey);
                return;
            }
            if (ports.size() == 1 || System.nanoTime() > giveUp) {
                failed.add(refusal);
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static String refusal(HttpClient http, int port, String key, String businessKey) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/flowable-rest/service/runtime/process-instances"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(20))
                .header("Idempotency-Key", businessKey)
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"processDefinitionKey\":\"failover\",\"businessKey\":\"" + businessKey + "\"}"))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            // 200: it was sent twice on the way, and the second engine tells of the instance that is there
            return response.statusCode() == 201 || response.statusCode() == 200
                    ? ""
                    : businessKey + " " + response.statusCode() + " " + response.body();
        } catch (Exception broken) {
            return businessKey + " " + broken;
        }
    }

    int accepted() {
        return accepted.size();
    }

    List<String> acceptedKeys() {
        return List.copyOf(accepted);
    }

    /// Waits for all clients; every start must have been accepted, whatever happened to the engines meanwhile.
    void await() throws InterruptedException {
        for (Thread client : clients) {
            client.join();
        }
        assertThat(failed).isEmpty();
    }
}
