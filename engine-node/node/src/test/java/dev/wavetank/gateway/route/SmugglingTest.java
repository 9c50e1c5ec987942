package dev.wavetank.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.testing.Eventually;
import dev.wavetank.gateway.Gateway;
import dev.wavetank.gateway.testing.FakeEngine;
import dev.wavetank.gateway.testing.TestCluster;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests whose end the gateway and an engine might see at different places: whoever gets a second request past
/// the gateway inside the first has the cluster's secret on it.
class SmugglingTest {
    private static final String TASKS = "/flowable-rest/service/runtime/tasks";
    private static final String INNER = "GET /flowable-rest/service/stolen HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n";
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");

    private static TestCluster cluster;
    private static FakeEngine engine;
    private static Gateway gateway;

    @BeforeAll
    static void start() throws Exception {
        cluster = new TestCluster();
        engine = cluster.engine("engine-1");
        gateway = cluster.gateway("gateway-1");
        Eventually.eventually(
                "the engine is known",
                Duration.ofSeconds(20),
                () -> cluster.send(TestCluster.request(gateway, TASKS, TestCluster.ADMINISTRATOR))
                                .statusCode()
                        == 200);
    }

    @AfterAll
    static void stop() throws Exception {
        cluster.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n" + INNER,
                "Transfer-Encoding: chunked\\r\\nContent-Length: 4\\r\\n\\r\\n0\\r\\n\\r\\n" + INNER,
                "Content-Length: 0\\r\\nContent-Length: 70\\r\\n\\r\\n" + INNER,
                "Content-Length: 0, 70\\r\\n\\r\\n" + INNER,
                "Content-Length: +0\\r\\n\\r\\n" + INNER,
                "Content-Length: -1\\r\\n\\r\\n" + INNER,
                "Content-Length: 0x4\\r\\n\\r\\n" + INNER,
                "Transfer-Encoding: chunked, identity\\r\\n\\r\\n0\\r\\n\\r\\n" + INNER,
                "Transfer-Encoding: xchunked\\r\\n\\r\\n0\\r\\n\\r\\n" + INNER,
                "Transfer-Encoding : chunked\\r\\n\\r\\n0\\r\\n\\r\\n" + INNER,
                " Transfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n" + INNER,
                "X: y\\r\\n Transfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n" + INNER,
                "X: y\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n" + INNER,
                "Content-Type: a\\rX-Wavetank-Tenant: *\\r\\nContent-Length: 0\\r\\n\\r\\n" + INNER,
                "Transfer-Encoding: chunked\\r\\n\\r\\n0;x=\\n" + INNER,
                "Transfer-Encoding: chunked\\r\\n\\r\\n-1\\r\\n" + INNER,
                "Upgrade: h2c\\r\\nConnection: Upgrade, HTTP2-Settings\\r\\nHTTP2-Settings: AAMAAABkAAQAAP__\\r\\n\\r\\n"
                        + INNER,
            })
    void aSecondRequestInsideTheFirstNeverReachesAnEngine(String rest) throws IOException {
        engine.received.clear();

        String answers = raw("POST " + TASKS + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                + TestCluster.ADMINISTRATOR + "\r\n" + rest.replace("\\r", "\r").replace("\\n", "\n"));

        assertThat(engine.received)
                .as(answers)
                .noneMatch(one -> one.line().contains("stolen"))
                .noneMatch(one -> one.header("X-Wavetank-Tenant").contains("*")
                        && one.line().contains("stolen"))
                .noneMatch(one -> one.body().contains("stolen"))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(STATUS.matcher(answers).results().map(status -> status.group(1)))
                .as(answers)
                .noneMatch(status -> status.startsWith("5"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/flowable-rest/service/x%0d%0aX-Injected:%20yes",
                "/flowable-rest/service/x?a=%0d%0aX-Injected:%20yes",
                "/flowable-rest/service/x%00",
            })
    void aLineBreakInAnAddressStaysEncoded(String path) throws IOException {
        engine.received.clear();

        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                + TestCluster.ADMINISTRATOR + "\r\n\r\n");

        assertThat(answer).doesNotContain("X-Injected");
        assertThat(engine.received).allMatch(one -> one.header("X-Injected").isEmpty());
    }

    @Test
    void whatTheCallerSaysOfForwardingIsNotPassedOn() throws IOException {
        engine.received.clear();

        raw("GET " + TASKS + " HTTP/1.1\r\nHost: cluster.test\r\nX-Forwarded-Host: evil.test\r\n"
                + "X-Forwarded-Proto: https\r\nForwarded: host=evil.test\r\nX-Forwarded-Prefix: /evil\r\n"
                + "Connection: close\r\nAuthorization: Bearer " + TestCluster.ADMINISTRATOR + "\r\n\r\n");

        var seen = engine.received.getLast();
        assertThat(seen.header("X-Forwarded-Host")).containsExactly("cluster.test");
        assertThat(seen.header("X-Forwarded-Proto")).isEmpty();
        assertThat(seen.header("Forwarded")).isEmpty();
        assertThat(seen.header("X-Forwarded-Prefix")).isEmpty();
    }

    /// All that comes back until the gateway closes or is silent for a moment.
    private static String raw(String request) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Socket socket = new Socket("127.0.0.1", gateway.port())) {
            socket.setSoTimeout(700);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            byte[] part = new byte[8192];
            for (int read = socket.getInputStream().read(part);
                    read >= 0;
                    read = socket.getInputStream().read(part)) {
                all.append(new String(part, 0, read, StandardCharsets.ISO_8859_1));
            }
        } catch (SocketTimeoutException silent) {
            all.append("(silent)");
        }
        return all.toString();
    }
}
