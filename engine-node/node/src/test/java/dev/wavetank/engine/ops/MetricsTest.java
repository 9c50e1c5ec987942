package dev.wavetank.engine.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.web.NodeServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class MetricsTest {
    /// Callers choose the method, so it must not become a series each.
    @Test
    void unknownMethodsShareOneSeriesAndEveryFigureTellsWhatItIs() throws Exception {
        Metrics metrics = new Metrics("engine-1", "engine");
        try (NodeServer server =
                        NodeServer.start("127.0.0.1", 0, "engine-1", routing -> routing.addFilter(metrics::time));
                HttpClient client = HttpClient.newHttpClient()) {
            for (String method : new String[] {"GET", "CALLER1", "CALLER2"}) {
                client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/x"))
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
            }
        }

        String text = metrics.registry().scrape();
        assertThat(text).contains("method=\"GET\"").contains("method=\"other\"").doesNotContain("CALLER");
        assertThat(text.lines().filter(line -> line.startsWith("# HELP ")))
                .allMatch(line -> line.strip().split(" ", 4).length == 4);
    }
}
