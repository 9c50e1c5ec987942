package dev.wavetank.engine;

import dev.wavetank.engine.database.DatabaseSettings;
import dev.wavetank.engine.security.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;

/// An engine node in this process, on a database of the test's own, reached over real HTTP.
public final class TestNode implements AutoCloseable {
    public static final String SECRET = "a-cluster-secret";

    private final EngineRole role;

    private TestNode(EngineRole role) {
        this.role = role;
    }

    public static TestNode start(DatabaseSettings database, String node) {
        NodeSettings settings = new NodeSettings(
                "test",
                node,
                "127.0.0.1",
                0,
                URI.create("http://127.0.0.1:0"),
                database,
                new Secret(SECRET),
                Secret.none(),
                Path.of("unused"),
                true);
        try {
            EngineRole role = new EngineRole(settings);
            role.enter();
            return new TestNode(role);
        } catch (SQLException | StartRefusedException | InterruptedException failed) {
            throw new AssertionError("The engine node did not start", failed);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + role.port());
    }

    public int port() {
        return role.port();
    }

    public RestClient as(String tenant) {
        return new RestClient(role.port(), tenant, SECRET);
    }

    /// A caller with another secret, or with none.
    public RestClient withSecret(String secret) {
        return new RestClient(role.port(), "acme", secret);
    }

    @Override
    public void close() {
        role.close();
    }
}
