package dev.wavetank.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The published attacks against the stock REST application, tried against a node.
class AttackTest {
    private static TestDatabase database;
    private static TestNode node;
    private static RestClient acme;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void start() {
        database = TestDatabase.h2();
        node = TestNode.start(database.settings(), "engine-1");
        acme = node.as("acme");
    }

    @AfterAll
    static void stop() {
        node.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<scriptTask id='step' scriptFormat='juel'><script>${''.getClass()}</script></scriptTask>",
                "<scriptTask id='step' scriptFormat='groovy'><script>'id'.execute()</script></scriptTask>",
                "<serviceTask id='step' flowable:class='java.lang.ProcessBuilder'/>",
                "<serviceTask id='step' flowable:type='shell'/>",
                "<serviceTask id='step' flowable:type='http'/>",
                "<serviceTask id='step' flowable:type='mail'/>",
                "<serviceTask id='step' flowable:type='camel'/>",
                "<sendTask id='step' flowable:type='mail'/>",
                "<callActivity id='step' calledElement='order:1:of-another' flowable:calledElementType='id'/>",
                "<serviceTask id='step' xmlns:a='http://activiti.org/bpmn' a:class='x.Y'/>",
                "<userTask id='step'><extensionElements>"
                        + "<flowable:taskListener event='create' class='x.Y'/></extensionElements></userTask>",
                "<userTask id='step'><extensionElements>"
                        + "<flowable:executionListener event='start' class='x.Y'/></extensionElements></userTask>",
                "<userTask id='step'><extensionElements><flowable:executionListener event='start' type='script'>"
                        + "<flowable:script language='groovy'>1</flowable:script></flowable:executionListener>"
                        + "</extensionElements></userTask>",
                "<userTask id='step'><extensionElements><flowable:taskListener event='create' "
                        + "delegateExpression='${x}' customPropertiesResolverClass='x.Y'/></extensionElements></userTask>"
            })
    void codeOfTheAuthorsChoosingIsRefusedAtTheDeployment(String step) {
        var answer = acme.deploy(
                "attack.bpmn", Processes.around(step.replace('\'', '"').replace("\"\".", "''.")));

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.json().get("elementId").asText()).isEqualTo("step");
    }

    /// Rows that got into the database past the screening, by hand or by another program.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<serviceTask id='step' flowable:type='shell'><extensionElements><flowable:field name='command'>"
                        + "<flowable:string>id</flowable:string></flowable:field></extensionElements></serviceTask>",
                "<serviceTask id='step' flowable:class='java.lang.ProcessBuilder'/>",
                "<serviceTask id='step' flowable:type='mail'/>",
                "<sendTask id='step' flowable:type='mail'/>",
                "<serviceTask id='step' flowable:type='camel'/>",
                "<businessRuleTask id='step' flowable:class='java.lang.ProcessBuilder'/>",
                "<scriptTask id='step' scriptFormat='juel'><script>${1}</script></scriptTask>",
                "<serviceTask id='step' flowable:type='http'><extensionElements>"
                        + "<flowable:httpRequestHandler class='java.lang.ProcessBuilder'/>"
                        + "<flowable:field name='requestMethod'><flowable:string>GET</flowable:string></flowable:field>"
                        + "<flowable:field name='requestUrl'><flowable:string>http://127.0.0.1/</flowable:string>"
                        + "</flowable:field></extensionElements></serviceTask>",
                "<userTask id='step'><extensionElements><flowable:taskListener event='create' "
                        + "class='java.lang.ProcessBuilder'/></extensionElements></userTask>"
            })
    void codeThatIsInTheDatabaseAlreadyDoesNotRun(String step) {
        String place = "p" + Integer.toHexString(step.hashCode());
        assertThat(acme.deploy(place + ".bpmn", stored(place, "<task id=\"step\"/>"))
                        .status())
                .isEqualTo(201);
        String deployed = "DEPLOYMENT_ID_ in (select ID_ from ACT_RE_DEPLOYMENT where NAME_ = '" + place + "')";
        database.update("update ACT_GE_BYTEARRAY set BYTES_ = STRINGTOUTF8('"
                + stored(place, step.replace('\'', '"')).replace("'", "''") + "') where " + deployed);
        // Another id is another definition: nobody has read this one yet.
        database.update("update ACT_RE_PROCDEF set ID_ = '" + place + ":1:1' where " + deployed);

        var answer = acme.post("/runtime/process-instances", "{\"processDefinitionId\": \"" + place + ":1:1\"}");

        assertThat(answer.status()).as(answer.text()).isIn(400, 422);
        assertThat(answer.text()).containsAnyOf("does not run", "do not run");
    }

    private static String stored(String key, String step) {
        return Processes.around(step).replace("\"attack\"", "\"" + key + "\"");
    }

    @Test
    void aScriptAsAConditionIsRefused() {
        String xml = Processes.around("<task id=\"step\"/>")
                .replace(
                        "<sequenceFlow id=\"f2\" sourceRef=\"step\" targetRef=\"end\"/>",
                        "<sequenceFlow id=\"f2\" sourceRef=\"step\" targetRef=\"end\">"
                                + "<conditionExpression xsi:type=\"tFormalExpression\" language=\"groovy\">true"
                                + "</conditionExpression></sequenceFlow>");

        var answer = acme.deploy("attack.bpmn", xml);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("elementId").asText()).isEqualTo("f2");
    }

    @Test
    void entitiesAndImportsAreRefused() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "sesame");
        String doctype = Processes.around("<task id=\"step\" name=\"&leak;\"/>")
                .replace(
                        "<definitions ",
                        "<!DOCTYPE definitions [<!ENTITY leak SYSTEM \"" + secret.toUri() + "\">]><definitions ");
        String bomb = Processes.around("<task id=\"step\" name=\"&b;\"/>")
                .replace(
                        "<definitions ",
                        "<!DOCTYPE definitions [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><definitions ");
        String imported = Processes.around("<task id=\"step\"/>")
                .replace(
                        "<process ",
                        "<import importType=\"http://schemas.xmlsoap.org/wsdl/\" namespace=\"x\""
                                + " location=\"http://127.0.0.1:1/x?wsdl\"/><process ");

        assertThat(acme.deploy("attack.bpmn", doctype).status()).isEqualTo(422);
        assertThat(acme.deploy("attack.bpmn", bomb).status()).isEqualTo(422);
        assertThat(acme.deploy("attack.bpmn", imported).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass().forName('java.lang.Runtime').getMethods()[6].invoke(null).exec('id')}",
                "${''.class.name}",
                "${''.getClass()}",
                "${execution.getClass().getClassLoader()}",
                "${execution.engineServices}",
                "${execution.currentFlowElement}",
                "${execution.getProcessDefinitionId().getClass()}",
                "${text.getClass().forName('java.lang.System').exit(1)}",
                "${text.getBytes()}",
                "${number.getClass()}",
                "${ledger.execute(execution)}",
                "${ledger.class}",
                "${json.getClass()}",
                "${execution.setVariable('x', ledger)}",
                "${execution.deleteProcessInstance('x')}"
            })
    void expressionsReachNoClassAndNoEngine(String expression) {
        String xml = Processes.withExpression(expression);
        assertThat(acme.deploy("attack.bpmn", xml).status()).isEqualTo(201);

        var answer = acme.post("/runtime/process-instances", """
                {"processDefinitionKey":"attack","variables":[{"name":"text","value":"x"},
                 {"name":"number","value":7},{"name":"json","type":"json","value":{"a":[1,2]}}]}""");

        assertThat(answer.status()).as(answer.text()).isIn(400, 422);
        assertThat(database.number("select count(*) from ACT_HI_PROCINST where PROC_DEF_ID_ like 'attack:%'"))
                .as("nothing of the instance stands")
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${number + 3}",
                "${text.length() > 0 and text.startsWith('x')}",
                "${json.a[1]}",
                "${execution.setVariable('y', number)}",
                "${execution.processInstanceBusinessKey}",
                "${execution.tenantId == 'acme'}",
                "${variables:getOrDefault('missing', 4)}"
            })
    void harmlessExpressionsGoOnWorking(String expression) {
        String xml = Processes.withExpression(expression).replace("\"attack\"", "\"harmless\"");
        assertThat(acme.deploy("harmless.bpmn", xml).status()).isEqualTo(201);

        var answer = acme.post("/runtime/process-instances", """
                {"processDefinitionKey":"harmless","variables":[{"name":"text","value":"x"},
                 {"name":"number","value":7},{"name":"json","type":"json","value":{"a":[1,2]}}]}""");

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().get("ended").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<task id='step'/><sequenceFlow id='again' sourceRef='step' targetRef='step'/>",
                "<userTask id='step'><multiInstanceLoopCharacteristics isSequential='false'>"
                        + "<loopCardinality>2000000000</loopCardinality></multiInstanceLoopCharacteristics></userTask>"
            })
    void aProcessThatWouldUseUpTheNodeIsEnded(String step) {
        assertThat(acme.deploy("endless.bpmn", stored("endless", step.replace('\'', '"')))
                        .status())
                .isEqualTo(201);

        var answer = acme.post("/runtime/process-instances", "{\"processDefinitionKey\": \"endless\"}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(database.number("select count(*) from ACT_HI_PROCINST where PROC_DEF_ID_ like 'endless:%'"))
                .isZero();
    }

    @Test
    void serialisedVariablesAreRefused() {
        acme.deployResource("order.bpmn20.xml");
        for (String type : new String[] {"serializable", "binary", "java.util.HashMap"}) {
            var answer = acme.post(
                    "/runtime/process-instances",
                    "{\"processDefinitionKey\":\"order\",\"variables\":[{\"name\":\"a\",\"type\":\"" + type
                            + "\",\"value\":\"rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==\"}]}");

            assertThat(answer.status()).as(type).isEqualTo(400);
        }
    }

    @Test
    void callsWithoutTheClusterSecretAreRefused() {
        for (String secret : new String[] {"", "wrong", "a-cluster-secre", "a-cluster-secret-and-more"}) {
            RestClient stranger = node.withSecret(secret);
            for (String path :
                    new String[] {"/runtime/tasks", "/management/engine", "//events", "//ledger", "//counts"}) {
                assertThat(stranger.get(path).status()).as(path).isEqualTo(401);
            }
            assertThat(stranger.post("/runtime/process-instances", RestClient.start("order", Map.of()))
                            .status())
                    .isEqualTo(401);
        }
        assertThat(node.withSecret("").get("//health/ready").status()).isEqualTo(200);
        assertThat(node.withSecret("").get("//metrics").text()).contains("wavetank_node_epoch");
    }
}
