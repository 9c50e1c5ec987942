package dev.wavetank.engine.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetank.engine.testing.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EgressClientTest {
    private static final Duration DEADLINE = Duration.ofSeconds(4);

    private final OutsideHost host = new OutsideHost();
    private final EgressClient client = new EgressClient(Resolver.SYSTEM);
    private final Destinations allowed = new Destinations(List.of(host.authority()));

    @AfterEach
    void close() {
        client.close();
        host.close();
    }

    @Test
    void theCallArrivesAsTheTaskMeansIt() throws Exception {
        OutsideAnswer answer = client.call(
                new OutsideCall(
                        "acme",
                        "PATCH",
                        host.url("/a%20b?c=d%2Fe"),
                        Map.of("X-One", List.of("1", "2"), "Content-Type", List.of("text/plain")),
                        Optional.of("héllo".getBytes(StandardCharsets.UTF_8)),
                        DEADLINE),
                allowed);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).asString().isEqualTo("hello");
        assertThat(answer.headers().get("content-type")).containsExactly("application/json");
        OutsideHost.Seen seen = host.seen().getFirst();
        assertThat(seen.method()).isEqualTo("PATCH");
        assertThat(seen.path()).isEqualTo("/a%20b?c=d%2Fe");
        assertThat(seen.body()).isEqualTo("héllo");
        assertThat(seen.header("X-One")).contains("1", "2");
        assertThat(seen.header("Host")).isEqualTo(host.authority());
    }

    /// A resolver of the attacker's: the first answer is the one that is looked at, all later ones lead inside.
    @Test
    void aRebindingNameReachesWhatWasLookedAtAndNothingElse() {
        AtomicInteger asked = new AtomicInteger();
        try (EgressClient rebound = new EgressClient(name ->
                new InetAddress[] {InetAddress.getByName(asked.getAndIncrement() == 0 ? "192.0.2.1" : "127.0.0.1")})) {
            Destinations byName = new Destinations(List.of("rebind.test:" + host.port()));

            assertThatThrownBy(() -> rebound.call(get("http://rebind.test:" + host.port() + "/"), byName))
                    .isInstanceOf(EgressRefusedException.class);
            assertThat(asked).hasValue(1);
            assertThatThrownBy(() -> rebound.call(get("http://rebind.test:" + host.port() + "/"), byName))
                    .isInstanceOf(EgressRefusedException.class);
            assertThat(host.seen()).isEmpty();
        }
    }

    @Test
    void theConnectionGoesToTheAddressThatWasLookedAtUnderTheNameThatWasCalled() throws Exception {
        try (EgressClient byName = new EgressClient(name ->
                new InetAddress[] {InetAddress.getByAddress(name, new byte[] {127, 0, 0, 1})})) {
            Destinations both = new Destinations(List.of("erp.test:" + host.port(), host.authority()));

            assertThat(byName.call(get("http://erp.test:" + host.port() + "/x"), both)
                            .status())
                    .isEqualTo(200);
            assertThat(host.seen().getFirst().header("Host")).isEqualTo("erp.test:" + host.port());
        }
    }

    @Test
    void overTlsTheCertificateMustBeTheNamesWhereverItLeads(@TempDir Path folder) throws Exception {
        SSLContext usual = SSLContext.getDefault();
        SSLContext certificate = new TestCertificate(folder, "dns:erp.test").context();
        try (OutsideHost secure = new OutsideHost(certificate);
                EgressClient byName = new EgressClient(name ->
                        new InetAddress[] {InetAddress.getByAddress(name, new byte[] {127, 0, 0, 1})})) {
            Destinations both = new Destinations(
                    List.of("erp.test:" + secure.port(), "other.test:" + secure.port(), secure.authority()));
            String erp = "https://erp.test:" + secure.port() + "/";

            assertThatThrownBy(() -> byName.call(get(erp), both))
                    .as("nobody believes the certificate yet")
                    .isInstanceOf(SSLException.class);
            SSLContext.setDefault(certificate);
            assertThat(byName.call(get(erp), both).status()).isEqualTo(200);
            assertThatThrownBy(() -> byName.call(get(erp.replace("erp", "other")), both))
                    .as("another name")
                    .isInstanceOf(SSLException.class);
            assertThat(secure.seen()).hasSize(1);
        } finally {
            SSLContext.setDefault(usual);
        }
    }

    @Test
    void aRedirectIsAnAnswerAndNotFollowed() throws Exception {
        try (OutsideHost inner = new OutsideHost()) {
            host.on("/away", exchange -> {
                exchange.getResponseHeaders().add("Location", inner.url("/secret"));
                exchange.sendResponseHeaders(302, -1);
            });

            OutsideAnswer answer = client.call(get(host.url("/away")), allowed);

            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.headers().get("Location")).containsExactly(inner.url("/secret"));
            assertThat(inner.seen()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Host, evil.test",
        "Content-Length, 3",
        "Transfer-Encoding, chunked",
        "transfer-encoding, chunked",
        "Connection, upgrade",
        "Proxy-Authorization, x",
        "Bad Name, x",
        "X-A, 'a\r\nX-B: b'",
        "'X-A: b\r\nX-B', c",
        "X-A, 'a\nb'",
        "X-A, 'ä'",
    })
    void aHeaderThatWouldSplitOrRerouteTheCallIsRefused(String name, String value) {
        OutsideCall call =
                new OutsideCall("acme", "GET", host.url("/"), Map.of(name, List.of(value)), Optional.empty(), DEADLINE);

        assertThatThrownBy(() -> client.call(call, allowed)).isInstanceOf(EgressRefusedException.class);
        assertThat(host.seen()).isEmpty();
    }

    @Test
    void anAnswerWithoutEndIsCutOff() {
        host.on("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] much = new byte[64 * 1024];
            while (true) exchange.getResponseBody().write(much);
        });

        assertThatThrownBy(() -> client.call(get(host.url("/endless")), allowed))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("more than 1 MiB");
    }

    /// Each byte comes well within every read's patience: only a deadline for all of them ends it.
    @Test
    void anAnswerThatDripsIsEndedAtTheDeadline() throws Exception {
        CountDownLatch noticed = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        host.on("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (!never.await(50, TimeUnit.MILLISECONDS)) {
                    exchange.getResponseBody().write('.');
                    exchange.getResponseBody().flush();
                }
            } catch (InterruptedException | IOException closed) {
                noticed.countDown();
            }
        });

        OutsideCall call =
                new OutsideCall("acme", "GET", host.url("/drip"), Map.of(), Optional.empty(), Duration.ofMillis(400));
        assertThatThrownBy(() -> client.call(call, allowed))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("400 ms");
        assertThat(noticed.await(20, TimeUnit.SECONDS))
                .as("the connection is closed, not left behind")
                .isTrue();
    }

    @Test
    void aTenantsSlowHostLeavesOthersTheirTurn() throws Exception {
        CountDownLatch busy = new CountDownLatch(4);
        CountDownLatch release = new CountDownLatch(1);
        host.on("/slow", exchange -> {
            busy.countDown();
            try {
                if (release.await(20, TimeUnit.SECONDS))
                    OutsideHost.text(200, "late").to(exchange);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        for (int i = 0; i < 4; i++) {
            Thread.ofVirtual().start(() -> {
                try {
                    client.call(get(host.url("/slow")), allowed);
                } catch (Exception ended) {
                    // It only keeps a place busy.
                }
            });
        }
        assertThat(busy.await(20, TimeUnit.SECONDS)).isTrue();

        assertThatThrownBy(() -> client.call(get(host.url("/")), allowed))
                .isInstanceOf(EgressRefusedException.class)
                .hasMessageContaining("4 calls");
        OutsideCall other = new OutsideCall("rival", "GET", host.url("/"), Map.of(), Optional.empty(), DEADLINE);
        assertThat(client.call(other, allowed).status()).isEqualTo(200);
        release.countDown();
    }

    private static OutsideCall get(String url) {
        return new OutsideCall("acme", "GET", url, Map.of(), Optional.empty(), DEADLINE);
    }
}
