package dev.wavetank.gateway.failover;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Clients that start instances through the gateway, each with a business key and an idempotency key of its own.
final class Load {
    private static final int CLIENTS = 4;
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Queue<String> accepted = new ConcurrentLinkedQueue<>();
    private final Queue<String> failed = new ConcurrentLinkedQueue<>();
    private final List<Thread> clients = new ArrayList<>();

    Load(int port, String key, int instances) {
        HttpClient http = HttpClient.newHttpClient();
        AtomicInteger left = new AtomicInteger(instances);
        for (int client = 0; client < CLIENTS; client++) {
            clients.add(Thread.ofVirtual().start(() -> {
                while (left.getAndDecrement() > 0) {
                    start(http, port, key, "order-" + NEXT.incrementAndGet());
                }
            }));
        }
    }

    private void start(HttpClient http, int port, String key, String businessKey) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/flowable-rest/service/runtime/process-instances"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", businessKey)
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"processDefinitionKey\":\"failover\",\"businessKey\":\"" + businessKey + "\"}"))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            // 200: it was sent twice on the way, and the second engine tells of the instance that is there
            if (response.statusCode() == 201 || response.statusCode() == 200) {
                accepted.add(businessKey);
            } else {
                failed.add(businessKey + " " + response.statusCode() + " " + response.body());
            }
        } catch (Exception broken) {
            failed.add(broken.toString());
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
