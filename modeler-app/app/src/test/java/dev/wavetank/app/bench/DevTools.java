package dev.wavetank.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Speaks with a page of Chromium: evaluates one expression after the other and waits for each.
final class DevTools implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final WebSocket socket;
    private int calls;

    DevTools(int port) throws Exception {
        var request = java.net.http.HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                .build();
        JsonNode page = JSON.readTree(
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .valueStream()
                .filter(target -> "page".equals(target.path("type").asText()))
                .findFirst()
                .orElseThrow();
        socket = http.newWebSocketBuilder()
                .buildAsync(URI.create(page.path("webSocketDebuggerUrl").asText()), new Listener())
                .get(30, TimeUnit.SECONDS);
    }

    /// Evaluates an expression, waits for the promise if it is one, and gives its value.
    JsonNode evaluate(String expression) throws Exception {
        int call = ++calls;
        socket.sendText(
                        JSON.writeValueAsString(Map.of(
                                "id",
                                call,
                                "method",
                                "Runtime.evaluate",
                                "params",
                                Map.of("expression", expression, "awaitPromise", true, "returnByValue", true))),
                        true)
                .get(30, TimeUnit.SECONDS);
        while (true) {
            String text = messages.poll(5, TimeUnit.MINUTES);
            if (text == null) {
                throw new IllegalStateException("Chromium did not answer: " + expression);
            }
            JsonNode message = JSON.readTree(text);
            if (message.path("id").asInt() == call) {
                JsonNode result = message.path("result");
                if (result.has("exceptionDetails") || message.has("error")) {
                    throw new IllegalStateException(expression + " failed: " + text);
                }
                return result.path("result").path("value");
            }
        }
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder partial = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                messages.add(partial.toString());
                partial.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
