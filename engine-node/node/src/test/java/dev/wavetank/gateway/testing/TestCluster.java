package dev.wavetank.gateway.testing;

import dev.wavetank.engine.NodeSettings;
import dev.wavetank.engine.security.Secret;
import dev.wavetank.engine.testing.TestDatabase;
import dev.wavetank.gateway.Gateway;
import dev.wavetank.gateway.security.JwtSettings;
import dev.wavetank.gateway.security.ListenerSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A real gateway over a real database, with fake engines behind it.
public final class TestCluster implements AutoCloseable {
    public static final String ADMINISTRATOR = "the-administrator";
    public static final String CLUSTER_SECRET = "the-cluster";

    public final TestDatabase database = TestDatabase.h2();
    public final HttpClient http = HttpClient.newHttpClient();
    private final List<AutoCloseable> nodes = new ArrayList<>();

    public FakeEngine engine(String name) throws Exception {
        FakeEngine engine = new FakeEngine(database, name);
        nodes.addFirst(engine);
        return engine;
    }

    public Gateway gateway(String name) throws Exception {
        return gateway(name, JwtSettings.NONE);
    }

    public Gateway gateway(String name, JwtSettings tokens) throws Exception {
        return gateway(name, tokens, ListenerSettings.PLAIN);
    }

    public Gateway gateway(String name, JwtSettings tokens, ListenerSettings listener) throws Exception {
        NodeSettings settings = new NodeSettings(
                "test",
                name,
                "127.0.0.1",
                0,
                URI.create("http://127.0.0.1:0"),
                database.settings(),
                new Secret(CLUSTER_SECRET),
                new Secret(ADMINISTRATOR),
                Path.of("unused"),
                true);
        Gateway gateway = Gateway.start(settings, tokens, listener);
        nodes.addFirst(gateway);
        return gateway;
    }

    public static HttpRequest.Builder request(Gateway gateway, String path, String key) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path))
                .header("Authorization", "Bearer " + key);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable node : nodes) {
            node.close();
        }
        http.close();
        database.close();
    }
}
