package dev.wavetank.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.RestClient;
import dev.wavetank.engine.database.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Decisions by themselves, without a process.
class DecisionApiTest {
    private static final String API = "//flowable-rest/dmn-api";
    private static final String INPUT = """
            {"decisionKey":"discount","inputVariables":[{"name":"amount","type":"integer","value":250}]}""";

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aDecisionIsDeployedReadExecutedAndRemembered(Dialect dialect) {
        FreshNode.with(dialect, node -> {
            RestClient acme = node.as("acme");

            var deployed = deploy(acme, table());
            assertThat(deployed.status()).as(deployed.text()).isEqualTo(201);
            String deployment = deployed.json().get("id").asText();
            assertThat(deployed.json().get("url").asText())
                    .endsWith("/dmn-api/dmn-repository/deployments/" + deployment);
            assertThat(deploy(acme, table()).json().get("id").asText())
                    .as("the same again is the same deployment")
                    .isEqualTo(deployment);

            var decision = acme.get(API + "/dmn-repository/decisions?key=discount&latest=true")
                    .json()
                    .at("/data/0");
            assertThat(decision.get("decisionType").asText()).isEqualTo("decision_table");
            String one = API + "/dmn-repository/decisions/" + decision.get("id").asText();
            assertThat(acme.get(one).json()).isEqualTo(decision);
            assertThat(acme.get(one + "/model").json().findValuesAsText("hitPolicy"))
                    .isNotEmpty();
            assertThat(acme.get(one + "/resourcedata").text()).isEqualTo(table());
            assertThat(acme.get(API + "/dmn-repository/deployments/" + deployment + "/resourcedata/discount.dmn")
                            .text())
                    .isEqualTo(table());

            var made = acme.post(API + "/dmn-rule/execute", INPUT);
            assertThat(made.status()).as(made.text()).isEqualTo(201);
            assertThat(made.json().at("/resultVariables/0/0/name").asText()).isEqualTo("discount");
            assertThat(made.json().at("/resultVariables/0/0/value").asDouble()).isEqualTo(10);
            var single = acme.post(API + "/dmn-rule/execute-decision/single-result", INPUT);
            assertThat(single.json().at("/resultVariables/0/value").asDouble()).isEqualTo(10);

            var history = acme.get(API + "/dmn-history/historic-decision-executions?decisionKey=discount");
            assertThat(history.json().get("total").asInt()).isEqualTo(2);
            String execution = history.json().at("/data/0/id").asText();
            assertThat(acme.get(API + "/dmn-history/historic-decision-executions/" + execution + "/auditdata")
                            .json()
                            .has("ruleExecutions"))
                    .isTrue();

            assertThat(acme.delete(API + "/dmn-repository/deployments/" + deployment)
                            .status())
                    .isEqualTo(204);
            assertThat(acme.post(API + "/dmn-rule/execute", INPUT).status()).isEqualTo(400);
        });
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void noTenantReadsOrExecutesAnothersDecisions(Dialect dialect) {
        FreshNode.with(dialect, node -> {
            RestClient acme = node.as("acme");
            RestClient other = node.as("other");
            RestClient nameless = node.as("");
            String deployment = deploy(acme, table()).json().get("id").asText();
            String id = acme.get(API + "/dmn-repository/decisions")
                    .json()
                    .at("/data/0/id")
                    .asText();
            acme.post(API + "/dmn-rule/execute", INPUT);
            String execution = acme.get(API + "/dmn-history/historic-decision-executions")
                    .json()
                    .at("/data/0/id")
                    .asText();

            for (RestClient stranger : new RestClient[] {other, nameless}) {
                for (String path : new String[] {
                    "/dmn-repository/deployments/" + deployment,
                    "/dmn-repository/deployments/" + deployment + "/resourcedata/discount.dmn",
                    "/dmn-repository/decisions/" + id,
                    "/dmn-repository/decisions/" + id + "/model",
                    "/dmn-repository/decision-tables/" + id + "/resourcedata",
                    "/dmn-history/historic-decision-executions/" + execution,
                    "/dmn-history/historic-decision-executions/" + execution + "/auditdata"
                }) {
                    assertThat(stranger.get(API + path).status()).as(path).isEqualTo(404);
                }
                for (String list : new String[] {
                    "/dmn-repository/deployments",
                    "/dmn-repository/decisions",
                    "/dmn-history/historic-decision-executions"
                }) {
                    assertThat(stranger.get(API + list).json().get("total").asInt())
                            .as(list)
                            .isZero();
                }
                assertThat(stranger.post(API + "/dmn-rule/execute", INPUT).status())
                        .isEqualTo(400);
                assertThat(stranger.delete(API + "/dmn-repository/deployments/" + deployment)
                                .status())
                        .isEqualTo(404);
            }
            assertThat(other.post(API + "/dmn-rule/execute", INPUT.replace("{\"dec", "{\"tenantId\":\"acme\",\"dec"))
                            .status())
                    .isEqualTo(403);
        });
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void hostileDecisionsAreRefused(Dialect dialect) {
        FreshNode.with(dialect, node -> {
            RestClient acme = node.as("acme");
            for (String entry :
                    new String[] {"${''.getClass().forName('java.lang.Runtime')}", "${''.class.name}", "${ledger.class}"
                    }) {
                deploy(acme, table().replace("<text>10</text>", "<text>" + entry + "</text>"));
                var answer = acme.post(API + "/dmn-rule/execute", INPUT);
                assertThat(answer.status()).as(entry + answer.text()).isEqualTo(422);
                assertThat(answer.text()).doesNotContain("java.lang.String");
            }
            assertThat(deploy(acme, "<definitions").status()).isEqualTo(400);
            assertThat(deploy(
                                    acme,
                                    table().replace(
                                                    "<definitions ",
                                                    "<!DOCTYPE definitions [<!ENTITY a \"b\">]><definitions "))
                            .status())
                    .isEqualTo(422);
            assertThat(deploy(acme, "<definitions/>").status()).isBetween(400, 422);
            assertThat(acme.upload("POST", API + "/dmn-repository/deployments", "a.txt", "text/plain", new byte[1])
                            .status())
                    .isEqualTo(400);
            for (String body : new String[] {"{}", "[]", "{\"decisionKey\":\"nothing\"}", "{\"decisionKey\":{}}"}) {
                assertThat(acme.post(API + "/dmn-rule/execute", body).status())
                        .as(body)
                        .isEqualTo(400);
            }
        });
    }

    private static RestClient.Answer deploy(RestClient client, String xml) {
        return client.upload(
                "POST",
                API + "/dmn-repository/deployments",
                "discount.dmn",
                "text/xml",
                xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String table() {
        try (var stream = RestClient.class.getResourceAsStream("discount.dmn")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
