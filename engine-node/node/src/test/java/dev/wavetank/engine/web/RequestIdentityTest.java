package dev.wavetank.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.http.InternalServerException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class RequestIdentityTest {
    @Test
    void whatOneRequestPutIntoTheLogIsGoneForTheNextOfItsConnection() throws Exception {
        try (NodeServer server = NodeServer.start(
                        "127.0.0.1",
                        0,
                        "node",
                        routing -> routing.get("/acme", (request, response) -> {
                                    RequestIdentity.tenant("acme");
                                    response.send(MDC.getCopyOfContextMap().toString());
                                })
                                .get(
                                        "/nobody",
                                        (request, response) -> response.send(
                                                MDC.getCopyOfContextMap().toString())));
                HttpClient client = HttpClient.newHttpClient()) {
            assertThat(get(client, server, "/acme").body()).contains("tenant=acme", "requestId=mine");
            assertThat(get(client, server, "/nobody").body())
                    .contains("requestId=mine")
                    .doesNotContain("acme");
        }
    }

    @Test
    void whatFailsInsideTellsTheCallerNothingButTheRequestsId() throws Exception {
        try (NodeServer server = NodeServer.start(
                        "127.0.0.1",
                        0,
                        "node",
                        routing -> routing.get("/", (request, response) -> {
                            throw new InternalServerException("the password is swordfish", new RuntimeException());
                        }));
                HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = get(client, server, "/");

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.headers().firstValue("X-Request-Id")).contains("mine");
            assertThat(answer.body()).contains("mine").doesNotContain("swordfish");
        }
    }

    /// One client keeps one connection for calls one after the other.
    private static HttpResponse<String> get(HttpClient client, NodeServer server, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .version(HttpClient.Version.HTTP_1_1)
                        .header("X-Request-Id", "mine")
                        .header("X-Wavetank-Tenant", "acme-as-the-caller-claims")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
