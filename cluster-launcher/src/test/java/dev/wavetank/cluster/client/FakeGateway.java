package dev.wavetank.cluster.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A gateway that answers as it is told and notes what it was asked.
final class FakeGateway implements AutoCloseable {
    /// How a call is answered.
    @FunctionalInterface
    interface Answer {
        void to(HttpExchange call) throws IOException;
    }

    private final HttpServer server;
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile Answer answer = json(200, "{}");

    FakeGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            answer.to(exchange);
        });
        server.start();
    }

    static Answer json(int status, String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
    }

    /// Breaks the connection off without an answer.
    static Answer breakOff() {
        return HttpExchange::close;
    }

    FakeGateway answering(Answer how) {
        answer = how;
        return this;
    }

    List<String> calls() {
        return calls;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
