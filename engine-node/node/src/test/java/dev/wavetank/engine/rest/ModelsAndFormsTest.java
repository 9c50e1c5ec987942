package dev.wavetank.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.Processes;
import dev.wavetank.engine.RestClient;
import dev.wavetank.engine.database.Dialect;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What editors keep in the engine, and the forms a process writes of itself.
class ModelsAndFormsTest {
    private static final String FORMS = Processes.definitions("""
            <process id="holiday" isExecutable="true">
              <startEvent id="start"><extensionElements>
                <flowable:formProperty id="days" name="Days" type="long" required="true"/>
                <flowable:formProperty id="kind" type="enum">
                  <flowable:value id="paid" name="Paid"/><flowable:value id="unpaid" name="Unpaid"/>
                </flowable:formProperty>
              </extensionElements></startEvent>
              <sequenceFlow id="f1" sourceRef="start" targetRef="approve"/>
              <userTask id="approve"><extensionElements>
                <flowable:formProperty id="approved" type="boolean"/>
              </extensionElements></userTask>
              <sequenceFlow id="f2" sourceRef="approve" targetRef="end"/>
              <endEvent id="end"/>
            </process>""");

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aModelIsKeptWithItsSources(Dialect dialect) {
        FreshNode.with(dialect, node -> {
            RestClient acme = node.as("acme");

            var created = acme.post("/repository/models", "{\"name\":\"Draft\",\"key\":\"draft\",\"version\":2}");
            assertThat(created.status()).as(created.text()).isEqualTo(201);
            String path = "/repository/models/" + created.json().get("id").asText();
            assertThat(created.json().get("version").asInt()).isEqualTo(2);

            var changed = acme.put(path, "{\"name\":null,\"category\":\"c\"}");
            assertThat(changed.json().get("name").isNull()).isTrue();
            assertThat(changed.json().get("key").asText()).isEqualTo("draft");

            byte[] source = "{}".getBytes(StandardCharsets.UTF_8);
            assertThat(acme.get(path + "/source").status()).isEqualTo(404);
            assertThat(acme.upload("PUT", path + "/source", "m.json", "application/json", source)
                            .status())
                    .isEqualTo(204);
            assertThat(acme.upload("PUT", path + "/source-extra", "m.png", "image/png", source)
                            .status())
                    .isEqualTo(204);
            assertThat(acme.get(path + "/source").text()).isEqualTo("{}");
            assertThat(acme.get(path).json().get("sourceExtraUrl").asText()).endsWith("/source-extra");
            assertThat(acme.get("/repository/models?category=c&deployed=false")
                            .json()
                            .get("total")
                            .asInt())
                    .isEqualTo(1);

            RestClient other = node.as("other");
            assertThat(other.get(path).status()).isEqualTo(404);
            assertThat(other.put(path, "{}").status()).isEqualTo(404);
            assertThat(other.get(path + "/source").status()).isEqualTo(404);
            assertThat(other.delete(path).status()).isEqualTo(404);
            assertThat(acme.post("/repository/models", "{\"tenantId\":\"other\"}")
                            .status())
                    .isEqualTo(403);
            assertThat(acme.post("/repository/models", "{\"deploymentId\":\"nothing\"}")
                            .status())
                    .isEqualTo(400);
            assertThat(acme.post("/repository/models", "{\"version\":\"two\"}").status())
                    .isEqualTo(400);
            assertThat(acme.delete(path).status()).isEqualTo(204);
        });
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aFormStartsAnInstanceAndAnotherCompletesItsTask(Dialect dialect) {
        FreshNode.with(dialect, node -> {
            RestClient acme = node.as("acme");
            acme.deploy("holiday.bpmn", FORMS);
            String definition = acme.get("/repository/process-definitions?key=holiday")
                    .json()
                    .at("/data/0/id")
                    .asText();

            var form = acme.get("/form/form-data?processDefinitionId=" + definition);
            assertThat(form.status()).as(form.text()).isEqualTo(200);
            assertThat(form.json().at("/formProperties/0/required").asBoolean()).isTrue();
            assertThat(form.json().at("/formProperties/1/enumValues").findValuesAsText("id"))
                    .containsExactly("paid", "unpaid");

            String submit = "{\"processDefinitionId\":\"" + definition + "\",\"businessKey\":\"H-1\",\"properties\":";
            assertThat(acme.post("/form/form-data", submit + "[]}").status())
                    .as("what the form requires is missing")
                    .isBetween(400, 422);
            assertThat(acme.post("/form/form-data", submit + "[{\"id\":\"days\",\"value\":\"many\"}]}")
                            .status())
                    .isBetween(400, 422);
            var started = acme.post(
                    "/form/form-data",
                    submit + "[{\"id\":\"days\",\"value\":\"3\"},{\"id\":\"kind\",\"value\":\"paid\"}]}");
            assertThat(started.status()).as(started.text()).isEqualTo(200);
            assertThat(started.json().get("businessKey").asText()).isEqualTo("H-1");

            String task = acme.get("/runtime/tasks").json().at("/data/0/id").asText();
            assertThat(node.as("other").get("/form/form-data?taskId=" + task).status())
                    .isEqualTo(404);
            assertThat(acme.get("/form/form-data?taskId=" + task)
                            .json()
                            .get("taskUrl")
                            .asText())
                    .endsWith("/runtime/tasks/" + task);
            assertThat(acme.post(
                                    "/form/form-data",
                                    "{\"taskId\":\"" + task
                                            + "\",\"properties\":[{\"id\":\"approved\",\"value\":\"true\"}]}")
                            .status())
                    .isEqualTo(204);
            String instance = started.json().get("id").asText();
            assertThat(acme.get("/history/historic-detail?selectOnlyFormProperties=true&processInstanceId=" + instance)
                            .json()
                            .get("data")
                            .findValuesAsText("propertyId"))
                    .contains("days", "kind", "approved");
            for (String path : new String[] {"/form/form-data", "/form/form-data?taskId=a&processDefinitionId=b"}) {
                assertThat(acme.get(path).status()).isEqualTo(400);
            }
        });
    }
}
