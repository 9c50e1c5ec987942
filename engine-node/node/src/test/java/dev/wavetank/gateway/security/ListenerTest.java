package dev.wavetank.gateway.security;

import static dev.wavetank.gateway.testing.TestCluster.ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetank.engine.StartRefusedException;
import dev.wavetank.engine.testing.Eventually;
import dev.wavetank.engine.testing.TestCertificate;
import dev.wavetank.gateway.Gateway;
import dev.wavetank.gateway.testing.FakeEngine;
import dev.wavetank.gateway.testing.TestCluster;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListenerTest {
    @TempDir
    private Path folder;

    @Test
    void aGatewayWithACertificateSpeaksTlsToThoseWhoTrustItAndNothingElse() throws Exception {
        TestCertificate certificate = new TestCertificate(folder, "ip:127.0.0.1");
        ListenerSettings listener = ListenerSettings.read(Map.of(
                "WAVETANK_TLS_CERTIFICATE_FILE", certificate.certificate.toString(),
                "WAVETANK_TLS_KEY_FILE", certificate.key.toString()));
        try (TestCluster cluster = new TestCluster();
                HttpClient trusting = HttpClient.newBuilder()
                        .sslContext(certificate.context())
                        .build();
                HttpClient stranger = HttpClient.newHttpClient()) {
            FakeEngine engine = cluster.engine("engine-1");
            Gateway gateway = cluster.gateway("gateway-1", JwtSettings.NONE, listener);
            URI tasks = URI.create("https://127.0.0.1:" + gateway.port() + "/flowable-rest/service/runtime/tasks");

            Eventually.eventually("the engine answers", Duration.ofSeconds(20), () -> get(trusting, tasks) == 200);

            assertThat(engine.received.getLast().header("X-Forwarded-Proto")).containsExactly("https");
            assertThatThrownBy(() -> get(stranger, tasks)).isInstanceOf(SSLException.class);
            assertThatThrownBy(() -> get(trusting, URI.create("https://localhost:" + gateway.port() + "/health/live")))
                    .as("a name that is not in the certificate")
                    .isInstanceOf(IOException.class);
            int plain;
            try {
                plain = get(stranger, URI.create("http://127.0.0.1:" + gateway.port() + "/health/live"));
            } catch (IOException refused) {
                plain = 0;
            }
            assertThat(plain).as("plain HTTP").isNotEqualTo(200);
        }
    }

    private static int get(HttpClient client, URI uri) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(uri)
                                .header("Authorization", "Bearer " + ADMINISTRATOR)
                                .timeout(Duration.ofSeconds(20))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.168.1.7", "no-such-name.invalid"})
    void plainHttpElsewhereThanOnTheLoopbackAddressIsRefused(String bind) {
        assertThatThrownBy(() -> ListenerSettings.PLAIN.requireSafe(bind))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("WAVETANK_TLS_CERTIFICATE_FILE")
                .hasMessageContaining("WAVETANK_PLAIN_HTTP=on");
    }

    @Test
    void plainHttpIsAllowedOnTheLoopbackAddressAndWhereItIsSaid() throws Exception {
        ListenerSettings said = ListenerSettings.read(Map.of("WAVETANK_PLAIN_HTTP", "on"));

        for (String bind : List.of("127.0.0.1", "localhost", "::1")) {
            assertThatCode(() -> ListenerSettings.PLAIN.requireSafe(bind)).doesNotThrowAnyException();
        }
        assertThatCode(() -> said.requireSafe("0.0.0.0")).doesNotThrowAnyException();
        assertThat(ListenerSettings.read(Map.of())).isEqualTo(new ListenerSettings(Optional.empty(), false));
    }

    @Test
    void aCertificateWithoutItsKeyOrAFileThatIsNoneIsRefusedWithASentence() throws Exception {
        String nonsense =
                Files.writeString(folder.resolve("nonsense"), "sesame").toString();

        assertThatThrownBy(() -> ListenerSettings.read(Map.of("WAVETANK_TLS_KEY_FILE", nonsense)))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("Set both");
        assertThatThrownBy(() -> ListenerSettings.read(
                        Map.of("WAVETANK_TLS_CERTIFICATE_FILE", nonsense, "WAVETANK_TLS_KEY_FILE", nonsense)))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("as PEM")
                .hasMessageNotContaining("sesame");
    }
}
