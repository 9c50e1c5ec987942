package dev.wavetank.gateway.config;

import static dev.wavetank.engine.testing.Eventually.eventually;
import static dev.wavetank.gateway.testing.TestCluster.ADMINISTRATOR;
import static dev.wavetank.gateway.testing.TestCluster.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wavetank.engine.web.Json;
import dev.wavetank.gateway.Gateway;
import dev.wavetank.gateway.testing.TestCluster;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveConfigTest {
    private final TestCluster cluster = new TestCluster();

    @AfterEach
    void stop() throws Exception {
        cluster.close();
    }

    @Test
    void changeAtOneGatewayHoldsAtAllWithinTwoSecondsAndIsRemembered() throws Exception {
        Gateway one = cluster.gateway("gateway-1");
        Gateway two = cluster.gateway("gateway-2");

        JsonNode changed = json(put(one, "{\"requestsPerSecond\": 50, \"historyDays\": 90}"));

        assertThat(changed.at("/version").asInt()).isEqualTo(1);
        assertThat(changed.at("/settings/requestsPerSecond").asInt()).isEqualTo(50);
        assertThat(changed.at("/settings/callsInAll").asInt())
                .as("what is not named stays")
                .isEqualTo(400);
        eventually(
                "the other gateway follows",
                Duration.ofSeconds(2),
                () -> json(get(two, "/cluster/config"))
                                .at("/settings/historyDays")
                                .asInt()
                        == 90);

        put(two, "{\"historyDays\": 30}");
        JsonNode history = json(get(one, "/cluster/config/history")).at("/data");
        assertThat(history.findValuesAsText("version")).containsExactly("2", "1");
        assertThat(history.at("/0/settings/requestsPerSecond").asInt()).isEqualTo(50);
    }

    @Test
    void settingsThatMakeNoSenseAreRefusedWithASentence() throws Exception {
        Gateway gateway = cluster.gateway("gateway-1");

        refused(gateway, "{\"callsInAll\": 3}", "callsInAll is a number from 8 to 100000, not 3.");
        refused(gateway, "{\"callsInAl\": 300}", "There is no setting 'callsInAl'");
        refused(gateway, "{\"historyDays\": \"many\"}", "The setting 'historyDays' is of a wrong kind.");
        refused(gateway, "{\"historyDays\": 1.5}", "The setting 'historyDays' is of a wrong kind.");
        refused(gateway, "{\"historyDays\": null}", "historyDays");
        assertThat(json(get(gateway, "/cluster/config")).at("/version").asInt()).isZero();
    }

    private void refused(Gateway gateway, String settings, String sentence) throws Exception {
        HttpResponse<String> answer = put(gateway, settings);
        assertThat(answer.statusCode()).as(settings).isEqualTo(400);
        assertThat(json(answer).at("/detail").asText()).contains(sentence);
    }

    private HttpResponse<String> put(Gateway gateway, String body) throws Exception {
        return cluster.send(
                request(gateway, "/cluster/config", ADMINISTRATOR).PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(Gateway gateway, String path) throws Exception {
        return cluster.send(request(gateway, path, ADMINISTRATOR));
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return Json.mapper().readTree(answer.body());
    }
}
