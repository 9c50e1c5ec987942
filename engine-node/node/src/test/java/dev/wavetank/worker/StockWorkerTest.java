package dev.wavetank.worker;

import static dev.wavetank.engine.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wavetank.engine.testing.NodeProcess;
import dev.wavetank.engine.testing.TestDatabase;
import dev.wavetank.engine.web.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Flowable's own worker for Node.js, unchanged, does its work through our gateway.
class StockWorkerTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("wavetank.root"), "engine-node", "node", "target", "stock-worker");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final HttpClient http = HttpClient.newHttpClient();
    private String base = "";
    private String key = "the-administrator";

    @Test
    void completesFailsAndEndsJobsWithErrors() throws Exception {
        install();
        try (TestDatabase database = TestDatabase.h2();
                NodeProcess engine = NodeProcess.start("engine", "engine-1", database.settings(), "the-cluster", key);
                NodeProcess gateway =
                        NodeProcess.start("gateway", "gateway-1", database.settings(), "the-cluster", key)) {
            base = "http://127.0.0.1:" + gateway.port();
            eventually(
                    "the cluster serves: " + engine.log() + gateway.log(),
                    PATIENCE,
                    () -> get("/flowable-rest/service/runtime/tasks").has("data"));
            key = post("/cluster/tenants", "{\"id\":\"acme\"}").get("key").asText();
            deploy();
            String even = start("8");
            String odd = start("7");
            String text = start("\"seven\"");

            String log = work();

            assertThat(log).contains("job for 8", "job for 7", "job for seven");
            assertThat(task(even)).isEqualTo("Even");
            assertThat(get("/flowable-rest/service/runtime/process-instances/" + even + "/variables/doubled")
                            .get("value")
                            .asInt())
                    .isEqualTo(16);
            assertThat(task(odd)).isEqualTo("Odd");
            assertThat(get("/flowable-rest/service/management/deadletter-jobs?processInstanceId=" + text)
                            .at("/data/0/exceptionMessage")
                            .asText())
                    .isEqualTo("Not a number");
        }
    }

    private String work() throws Exception {
        Process worker = node("node", "worker.js");
        String log = new String(worker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(worker.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return log;
    }

    private String task(String instance) throws Exception {
        return get("/flowable-rest/service/runtime/tasks?processInstanceId=" + instance)
                .at("/data/0/name")
                .asText();
    }

    private String start(String number) throws Exception {
        return post(
                        "/flowable-rest/service/runtime/process-instances",
                        "{\"processDefinitionKey\":\"doubleIt\",\"variables\":[{\"name\":\"number\",\"value\":" + number
                                + "}]}")
                .get("id")
                .asText();
    }

    private void deploy() throws Exception {
        String body = "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"DoubleIt.bpmn20.xml\"\r\n\r\n"
                + new String(resource("DoubleIt.bpmn20.xml"), StandardCharsets.UTF_8) + "\r\n--cut--\r\n";
        JsonNode answer = send(request("/flowable-rest/service/repository/deployments")
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.has("id")).as(answer.toString()).isTrue();
    }

    /// From the lock file beside this test; without Node.js there is nothing to try the client with.
    private static void install() throws Exception {
        Files.createDirectories(FOLDER);
        for (String file : List.of("package.json", "package-lock.json", "worker.js")) {
            Files.write(FOLDER.resolve(file), resource(file));
        }
        Process install;
        try {
            install = new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts")
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException missing) {
            String reason = "The stock worker was not tried: npm is not on the path.";
            System.out.println(reason);
            assumeTrue(System.getenv("CI") != null, reason);
            throw missing;
        }
        String log = new String(install.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(install.waitFor()).as(log).isZero();
    }

    private Process node(String... command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true);
        builder.environment().putAll(Map.of("HOST", base + "/flowable-rest", "KEY", key));
        return builder.start();
    }

    private JsonNode get(String path) throws Exception {
        return send(request(path).GET());
    }

    private JsonNode post(String path, String body) throws Exception {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + key);
    }

    private JsonNode send(HttpRequest.Builder request) throws Exception {
        return Json.parse(http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                .body());
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = StockWorkerTest.class.getResourceAsStream(name)) {
            return stream.readAllBytes();
        }
    }
}
