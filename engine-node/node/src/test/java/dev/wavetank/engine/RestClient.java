package dev.wavetank.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Calls an engine node as a gateway does, for one tenant.
public final class RestClient {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();
    private static final JsonMapper JSON = new JsonMapper();

    private final int port;
    private final String tenant;
    private final String secret;

    public RestClient(int port, String tenant, String secret) {
        this.port = port;
        this.tenant = tenant;
        this.secret = secret;
    }

    /// An answer; `json` is missing when the body is none.
    public record Answer(int status, String contentType, String text, JsonNode json) {}

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    public Answer post(String path, String body, String... headers) {
        HttpRequest.Builder builder = request(path).POST(BodyPublishers.ofString(body));
        if (headers.length > 0) builder.headers(headers);
        return send(builder);
    }

    /// Sends the body in chunks, without saying its length beforehand.
    public Answer postOfUnknownLength(String path, String body) {
        return send(request(path).POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(body))));
    }

    public Answer put(String path, String body, String... headers) {
        HttpRequest.Builder builder = request(path).PUT(BodyPublishers.ofString(body));
        if (headers.length > 0) builder.headers(headers);
        return send(builder);
    }

    /// A `DELETE` that brings a body.
    public Answer delete(String path, String body) {
        return send(request(path).method("DELETE", BodyPublishers.ofString(body)));
    }

    /// Sends a file as a form does.
    public Answer upload(String method, String path, String file, String type, byte[] content) {
        byte[] head = ("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file
                        + "\"\r\nContent-Type: " + type + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8);
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .method(method, BodyPublishers.ofByteArrays(List.of(head, content, tail))));
    }

    /// Sends a form of a file and of fields, each a name and a value.
    public Answer form(String path, byte[] file, String... fields) {
        StringBuilder head = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            head.append("--cut\r\nContent-Disposition: form-data; name=\"")
                    .append(fields[i])
                    .append("\"\r\n\r\n")
                    .append(fields[i + 1])
                    .append("\r\n");
        }
        head.append("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"file.bin\"\r\n\r\n");
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(BodyPublishers.ofByteArrays(List.of(
                        head.toString().getBytes(StandardCharsets.UTF_8),
                        file,
                        "\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8)))));
    }

    /// Any method, with a body that is none if it is empty.
    public Answer send(String method, String path, String body, boolean json) {
        HttpRequest.Builder builder =
                request(path).method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return send(json ? builder.header("Content-Type", "application/json") : builder);
    }

    public Answer deploy(String file, String content) {
        return upload("POST", "/repository/deployments", file, "text/xml", content.getBytes(StandardCharsets.UTF_8));
    }

    /// The lines of an endless answer, once its head has come.
    public Stream<String> stream(String path) {
        HttpRequest request =
                request(path).header("Accept", "text/event-stream").GET().build();
        try {
            return HTTP.send(request, BodyHandlers.ofLines()).body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    public Answer deployResource(String name) {
        try (var stream = RestClient.class.getResourceAsStream(name)) {
            return deploy(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Paths that begin with `//` are the node's own, all others are Flowable's.
    private HttpRequest.Builder request(String path) {
        String full = path.startsWith("//") ? path.substring(1) : "/flowable-rest/service" + path;
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + full))
                .timeout(Duration.ofSeconds(60))
                .header("X-Wavetank-Tenant", tenant);
        return secret.isEmpty() ? builder : builder.header("Authorization", "Bearer " + secret);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            JsonNode json = type.contains("json") ? JSON.readTree(response.body()) : JSON.missingNode();
            return new Answer(response.statusCode(), type, response.body(), json);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    /// A start request of a process, with its variables.
    public static String start(String key, Map<String, Object> variables) {
        var body = JSON.createObjectNode().put("processDefinitionKey", key).put("businessKey", "B-1");
        var array = body.putArray("variables");
        variables.forEach((name, value) -> array.addObject().put("name", name).putPOJO("value", value));
        return body.toString();
    }
}
