package dev.wavetank.engine.egress;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/// A web server on this machine that plays a host outside, and remembers who asked it for what.
public final class OutsideHost implements AutoCloseable {
    /// A request as it came.
    public record Seen(String method, String path, Map<String, List<String>> headers, String body) {
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> String.join(",", header.getValue()))
                    .findFirst()
                    .orElse("");
        }
    }

    /// What it does for a path.
    @FunctionalInterface
    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    public OutsideHost() {
        this(bound(HttpServer::create));
    }

    /// Speaks TLS.
    public OutsideHost(SSLContext certificate) {
        this(secure(certificate));
    }

    private static HttpServer secure(SSLContext certificate) {
        HttpsServer server = bound(HttpsServer::create);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate));
        return server;
    }

    private interface Making<S extends HttpServer> {
        S create(InetSocketAddress address, int backlog) throws IOException;
    }

    private static <S extends HttpServer> S bound(Making<S> making) {
        try {
            return making.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private OutsideHost(HttpServer server) {
        this.server = server;
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen.add(new Seen(exchange.getRequestMethod(), path, Map.copyOf(exchange.getRequestHeaders()), body));
        try (exchange) {
            answers.getOrDefault(path, text(200, "hello")).to(exchange);
        }
    }

    public static Answer text(int status, String text) {
        return exchange -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    public OutsideHost on(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    public List<Seen> seen(String path) {
        return seen.stream().filter(one -> one.path().equals(path)).toList();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /// As a tenant's policy names it.
    public String authority() {
        return "127.0.0.1:" + port();
    }

    public String url(String path) {
        return "http://" + authority() + path;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
