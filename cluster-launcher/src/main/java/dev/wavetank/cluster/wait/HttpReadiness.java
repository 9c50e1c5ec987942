package dev.wavetank.cluster.wait;

import dev.wavetank.cluster.plan.NodePlan;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Asks `GET /health/ready`.
public final class HttpReadiness implements ReadinessProbe {
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private final HttpClient http;

    public HttpReadiness(HttpClient http) {
        this.http = http;
    }

    @Override
    public Answer ask(NodePlan node) {
        HttpRequest request = HttpRequest.newBuilder(node.http().resolve("/health/ready"))
                .timeout(DEADLINE)
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() == 200) return new Answer(true, "ready");
            return new Answer(false, "it answers " + response.statusCode() + " " + shorten(response.body()));
        } catch (IOException e) {
            return new Answer(false, "it does not answer on port " + node.port());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(false, "the question was interrupted");
        }
    }

    private static String shorten(String body) {
        String line = body.replaceAll("\\s+", " ").strip();
        return line.length() > 200 ? line.substring(0, 200) + " …" : line;
    }
}
