package dev.wavetank.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Our program: a database with its schema, and engines and gateways on it.
record Tank(Ground ground, Database database, String secret) {
    static final String MAIN = "dev.wavetank.engine.Main";
    static final String SERVICE = "/flowable-rest/service";
    private static final String SECRET = "a-secret-of-this-benchmark";

    /// A node that serves.
    record Node(URI address, ServerProcess process) {}

    static Tank open(Ground ground, String name) {
        return on(ground, Database.start(ground, name));
    }

    static Tank on(Ground ground, Database database) {
        Tank tank = new Tank(ground, database, SECRET);
        try (ServerProcess migrate = ServerProcess.start(
                "migrate-" + database.process().name(),
                ground.folder(),
                tank.command(List.of("-Xmx128m"), "migrate"),
                tank.environment("migrate", 0),
                "")) {
            migrate.awaitEnd();
        } catch (InterruptedException | IOException failed) {
            throw new IllegalStateException(failed.getMessage(), failed);
        }
        return tank;
    }

    /// The node program's class path: jar by jar in the order of names, as an ahead-of-time cache wants it.
    static String library(Ground ground) {
        Path folder = ground.source().resolve("node/target/node/lib");
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.map(Path::toString)
                    .filter(jar -> jar.endsWith(".jar"))
                    .sorted()
                    .collect(Collectors.joining(":"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    Node start(String node, String role, String... options) {
        int port = Ground.freePort();
        ServerProcess process =
                ground.start(node, command(List.of(options), role), environment(node, port), "\"ready: ");
        return new Node(URI.create("http://127.0.0.1:" + port), process);
    }

    List<String> command(List<String> options, String role) {
        List<String> command = new ArrayList<>(List.of(ground.java()));
        command.addAll(ground.jvm());
        command.addAll(options);
        command.addAll(List.of("-cp", library(ground), MAIN, role));
        return command;
    }

    private Map<String, String> environment(String node, int port) {
        Map<String, String> environment = new HashMap<>();
        environment.put("WAVETANK_NODE", node);
        environment.put("WAVETANK_PORT", Integer.toString(port));
        environment.put("WAVETANK_DB_URL", database.url());
        environment.put(
                "WAVETANK_DB_PASSWORD_FILE",
                ground.write("password", Ground.PASSWORD).toString());
        String file = ground.write("secret", secret).toString();
        environment.put("WAVETANK_CLUSTER_SECRET_FILE", file);
        environment.put("WAVETANK_ADMIN_KEY_FILE", file);
        return environment;
    }

    Map<String, String> bearer() {
        return Map.of("Authorization", "Bearer " + secret);
    }

    /// What an engine is told by its gateway.
    Map<String, String> asTenant(String tenant) {
        return Map.of("Authorization", "Bearer " + secret, "X-Wavetank-Tenant", tenant);
    }

    /// Makes a tenant that no limit holds up, and answers its key.
    String tenant(Node gateway, String id) {
        try (Wire wire = new Wire(gateway.address(), bearer())) {
            return Reply.of(wire.post(
                            "/cluster/tenants",
                            "{\"id\":\"" + id
                                    + "\",\"policy\":{\"requestsPerSecond\":1000000,\"callsAtATime\":10000}}"))
                    .expect(201)
                    .json()
                    .get("key")
                    .asText();
        }
    }
}
