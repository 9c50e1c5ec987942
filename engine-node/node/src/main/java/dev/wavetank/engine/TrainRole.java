package dev.wavetank.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wavetank.engine.api.Headers;
import dev.wavetank.engine.database.DatabaseSettings;
import dev.wavetank.engine.database.H2Server;
import dev.wavetank.engine.security.Secret;
import dev.wavetank.engine.web.Json;
import dev.wavetank.gateway.Gateway;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A rehearsal of the whole program in one process, for Java's ahead-of-time cache: database, migration, engine
/// and gateway start, a process is deployed, started and completed through the gateway, and all leave again. It
/// needs no setting, no cluster and no network but loopback, and leaves nothing behind.
///
/// `java -XX:AOTCacheOutput=node.aot … dev.wavetank.engine.Main train`, with the flags and the class path of the
/// later runs; those add `-XX:AOTCache=node.aot`.
final class TrainRole {
    private static final Logger LOG = LoggerFactory.getLogger(TrainRole.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TENANT = "rehearsal";

    private final Secret secret = new Secret(UUID.randomUUID().toString());
    private final Secret adminKey = new Secret(UUID.randomUUID().toString());

    private TrainRole() {}

    static void run() throws Exception {
        Path folder = Files.createTempDirectory("wavetank-rehearsal-");
        try {
            new TrainRole().rehearse(folder);
            LOG.info("rehearsed");
        } finally {
            delete(folder);
        }
    }

    private void rehearse(Path folder) throws Exception {
        try (H2Server server = H2Server.start("127.0.0.1", 0, folder, "wavetank", secret.reveal())) {
            DatabaseSettings database =
                    new DatabaseSettings("jdbc:h2:tcp://127.0.0.1:" + server.port() + "/wavetank", "wavetank", secret);
            MigrateRole.run(settings("migrate", 0, database, folder));
            int port = freePort();
            EngineRole engine = new EngineRole(settings("engine-1", port, database, folder));
            try {
                engine.enter();
                rehearseGateway(settings("gateway-1", 0, database, folder));
            } finally {
                engine.close();
            }
        }
    }

    private void rehearseGateway(NodeSettings settings) throws Exception {
        try (Gateway gateway = Gateway.start(settings)) {
            URI base = URI.create("http://127.0.0.1:" + gateway.port());
            await(() -> status(base, "/health/ready") == 200);
            await(() -> status(base, "/flowable-rest/service/management/engine") == 200);
            URI rest = base.resolve("/flowable-rest/service/");
            deploy(rest);
            for (int amount : List.of(10, 500)) start(rest, amount);
            for (int i = 0; i < 2; i++) {
                await(() -> !tasks(rest).isEmpty());
                call(
                        rest.resolve(
                                "runtime/tasks/" + tasks(rest).get(0).get("id").asText()),
                        "{\"action\":\"complete\"}");
            }
            for (String path : List.of(
                    "history/historic-process-instances",
                    "history/historic-activity-instances",
                    "runtime/process-instances",
                    "runtime/executions",
                    "management/jobs",
                    "management/timer-jobs",
                    "management/deadletter-jobs")) {
                call(rest.resolve(path), "");
            }
            for (String path : List.of("/cluster/nodes", "/metrics")) status(base, path);
            status(base, "/cluster/counts?tenantId=rehearsal&processDefinitionKey=rehearsal");
            status(base, "/cluster/ledger?tenant=rehearsal&processDefinitionKey=rehearsal");
        }
    }

    private void deploy(URI rest) throws IOException {
        try (InputStream stream = TrainRole.class.getResourceAsStream("rehearsal.bpmn20.xml")) {
            if (stream == null) throw new IOException("The rehearsal's process is not in the program.");
            String form =
                    "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"rehearsal.bpmn20.xml\"\r\n\r\n"
                            + new String(stream.readAllBytes(), StandardCharsets.UTF_8) + "\r\n--cut--\r\n";
            call(rest.resolve("repository/deployments"), form, "multipart/form-data; boundary=cut");
        }
    }

    private void start(URI rest, int amount) throws IOException {
        call(
                rest.resolve("runtime/process-instances"),
                "{\"processDefinitionKey\":\"rehearsal\",\"businessKey\":\"r\",\"variables\":[{\"name\":\"amount\",\"value\":"
                        + amount + "}]}");
    }

    private JsonNode tasks(URI rest) throws IOException {
        return call(rest.resolve("runtime/tasks"), "").path("data");
    }

    private JsonNode call(URI address, String body) throws IOException {
        return call(address, body, "application/json");
    }

    private JsonNode call(URI address, String body, String type) throws IOException {
        HttpURLConnection connection = connect(address);
        if (!body.isEmpty()) {
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", type);
            connection.setRequestProperty(
                    Headers.IDEMPOTENCY_KEY, UUID.randomUUID().toString());
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body.getBytes(StandardCharsets.UTF_8));
            }
        }
        int status = connection.getResponseCode();
        if (status >= 300) throw new IOException(address + " answered " + status);
        try (InputStream in = connection.getInputStream()) {
            return Json.parse(in.readAllBytes());
        }
    }

    private int status(URI base, String path) throws IOException {
        return connect(base.resolve(path)).getResponseCode();
    }

    private HttpURLConnection connect(URI address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout((int) PATIENCE.toMillis());
        connection.setReadTimeout((int) PATIENCE.toMillis());
        connection.setRequestProperty("Authorization", "Bearer " + adminKey.reveal());
        connection.setRequestProperty(Headers.TENANT, TENANT);
        return connection;
    }

    private NodeSettings settings(String node, int port, DatabaseSettings database, Path data) {
        URI address = URI.create("http://127.0.0.1:" + port);
        return new NodeSettings(TENANT, node, "127.0.0.1", port, address, database, secret, adminKey, data, true);
    }

    /// The engine must know its address before it binds, since it enters it into the registry.
    private static int freePort() throws IOException {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @FunctionalInterface
    private interface Question {
        boolean ask() throws IOException, SQLException;
    }

    private static void await(Question question) throws IOException, SQLException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!question.ask()) {
            if (System.nanoTime() > until) throw new IOException("The rehearsal got stuck.");
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
