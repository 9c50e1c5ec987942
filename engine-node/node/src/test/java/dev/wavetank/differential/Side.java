package dev.wavetank.differential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.wavetank.engine.testing.Eventually;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/// One of the two servers: makes the calls of a script and writes down the answers.
final class Side {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI address;
    private final String[] headers;
    private final Map<String, String> kept = new HashMap<>();

    Side(URI address, String... headers) {
        this.address = address;
        this.headers = headers;
    }

    /// What came back for a call.
    ///
    /// @param body missing where there is none; a text node if it is not JSON
    record Answer(String call, int status, String media, JsonNode body) {}

    /// @return an answer for each call, `keep`s left out
    List<Answer> run(Script script) {
        kept.clear();
        List<Answer> answers = new ArrayList<>();
        for (Script.Step step : script.steps()) {
            switch (step) {
                case Script.Step.Request request -> answers.add(send(request));
                case Script.Step.Form form -> answers.add(send(form));
                case Script.Step.Deploy deploy -> answers.add(deploy(deploy));
                case Script.Step.Until until -> answers.add(until(until));
                case Script.Step.Keep keep -> keep(keep, answers.getLast());
            }
        }
        return answers;
    }

    /// Leaves nothing for the next script to see.
    void clear() {
        for (JsonNode task : list("/runtime/tasks?size=1000")) {
            if (task.get("processInstanceId").isNull()) delete("/runtime/tasks/" + id(task) + "?cascadeHistory=true");
        }
        for (JsonNode deployment : list("/repository/deployments?size=1000")) {
            delete("/repository/deployments/" + id(deployment) + "?cascade=true");
        }
        for (JsonNode task : list("/history/historic-task-instances?size=1000")) {
            delete("/history/historic-task-instances/" + id(task));
        }
    }

    private List<JsonNode> list(String path) {
        JsonNode data = send(new Script.Step.Request("GET", path, "")).body().path("data");
        return StreamSupport.stream(data.spliterator(), false).toList();
    }

    private void delete(String path) {
        send(new Script.Step.Request("DELETE", path, ""));
    }

    private static String id(JsonNode node) {
        return node.get("id").asText();
    }

    private Answer send(Script.Step.Request request) {
        HttpRequest.Builder builder = to(request.path());
        if (request.body().isEmpty()) {
            builder.method(request.method(), BodyPublishers.noBody());
        } else {
            builder.header("Content-Type", "application/json")
                    .method(request.method(), BodyPublishers.ofString(Script.filled(request.body(), kept)));
        }
        return send(request.method() + " " + request.path(), builder);
    }

    private Answer send(Script.Step.Form form) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (String field : form.fields()) {
            String name = field.substring(0, field.indexOf('='));
            String value = Script.filled(field.substring(field.indexOf('=') + 1), kept);
            boolean file = value.startsWith("@");
            part(body, name, file ? name + ".bin" : "", (file ? value.substring(1) : value).getBytes());
        }
        return send(form.method() + " " + form.path(), multipart(to(form.path()), form.method(), body));
    }

    private Answer deploy(Script.Step.Deploy deploy) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "file", deploy.file(), deploy.content());
        Answer answer = send("deploy " + deploy.file(), multipart(to("/repository/deployments"), "POST", body));
        if (answer.status() != 201) throw new AssertionError(address + " does not deploy: " + answer);
        return answer;
    }

    private Answer until(Script.Step.Until until) {
        List<Answer> last = new ArrayList<>();
        Eventually.eventually(until + " at " + address, PATIENCE, () -> {
            last.add(send(until.request()));
            return last.getLast().body().at(until.pointer()).asText().equals(until.value());
        });
        return last.getLast();
    }

    private void keep(Script.Step.Keep keep, Answer answer) {
        JsonNode value = answer.body().at(keep.pointer());
        if (value.isMissingNode()) {
            throw new AssertionError("Nothing is at " + keep.pointer() + " of " + answer + " of " + address);
        }
        kept.put(keep.name(), value.asText());
    }

    private HttpRequest.Builder to(String path) {
        String filled = Script.filled(path, kept);
        String full =
                filled.startsWith("//") ? "/flowable-rest" + filled.substring(1) : "/flowable-rest/service" + filled;
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(address.resolve(full)).timeout(PATIENCE);
        return headers.length == 0 ? builder : builder.headers(headers);
    }

    private static HttpRequest.Builder multipart(
            HttpRequest.Builder builder, String method, ByteArrayOutputStream body) {
        body.writeBytes("--cut--\r\n".getBytes(StandardCharsets.US_ASCII));
        return builder.header("Content-Type", "multipart/form-data; boundary=cut")
                .method(method, BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private static void part(ByteArrayOutputStream body, String name, String file, byte[] content) {
        String fileName = file.isEmpty() ? "" : "; filename=\"" + file + "\"";
        body.writeBytes(("--cut\r\nContent-Disposition: form-data; name=\"" + name + "\"" + fileName + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private Answer send(String call, HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            String media = response.headers()
                    .firstValue("Content-Type")
                    .orElse("")
                    .replaceFirst(";.*", "")
                    .strip();
            JsonNode body = response.body().isEmpty()
                    ? JSON.missingNode()
                    : media.endsWith("json")
                            ? JSON.readTree(response.body())
                            : JSON.getNodeFactory().textNode(response.body());
            return new Answer(call, response.statusCode(), response.body().isEmpty() ? "" : media, body);
        } catch (IOException failed) {
            throw new AssertionError(call + " at " + address + " failed", failed);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
