package dev.wavetank.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.Processes;
import dev.wavetank.engine.RestClient;
import dev.wavetank.engine.database.Dialect;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Deployments, also of archives, and process definitions.
class RepositoryTest {
    private static final String DEPLOYMENTS = "/repository/deployments";
    private static final String PROCESS = Processes.around("<userTask id=\"step\"/>");

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void anArchiveIsDeployedAsOne(Dialect dialect) {
        FreshNode.with(dialect, node -> {
            RestClient acme = node.as("acme");
            byte[] zip = zip(Map.of(
                    "processes/attack.bpmn", PROCESS.getBytes(StandardCharsets.UTF_8),
                    "readme.txt", "hello".getBytes(StandardCharsets.UTF_8)));

            var deployed = acme.upload("POST", DEPLOYMENTS + "?deploymentKey=k", "all.bar", "application/zip", zip);
            assertThat(deployed.status()).as(deployed.text()).isEqualTo(201);
            assertThat(deployed.json().get("name").asText()).isEqualTo("all");
            String path = DEPLOYMENTS + "/" + deployed.json().get("id").asText();

            assertThat(acme.get(path + "/resources").json().findValuesAsText("type"))
                    .containsExactlyInAnyOrder("processDefinition", "resource");
            var content = acme.get(path + "/resourcedata/readme.txt");
            assertThat(content.text()).isEqualTo("hello");
            assertThat(content.contentType()).isEqualTo("text/plain");
            assertThat(acme.get(path + "/resources/readme.txt")
                            .json()
                            .get("mediaType")
                            .asText())
                    .isEqualTo("text/plain");
            assertThat(acme.get(path + "/resources/nothing.txt").status()).isEqualTo(404);
            assertThat(acme.get(path + "/resourcedata/nothing.txt").status()).isEqualTo(404);
            assertThat(acme.get("/repository/process-definitions?key=attack")
                            .json()
                            .get("total")
                            .asInt())
                    .isEqualTo(1);
            assertThat(node.as("other").get(path + "/resourcedata/readme.txt").status())
                    .isEqualTo(404);
        });
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void hostileArchivesAreRefused(Dialect dialect) {
        FreshNode.with(dialect, node -> {
            RestClient acme = node.as("acme");
            byte[] process = PROCESS.getBytes(StandardCharsets.UTF_8);
            byte[] script = Processes.around("<scriptTask id=\"step\"/>").getBytes(StandardCharsets.UTF_8);
            Map<String, byte[]> many = new LinkedHashMap<>();
            for (int i = 0; i < 201; i++) many.put("f" + i + ".txt", new byte[0]);

            Map<String, byte[]> archives = new LinkedHashMap<>();
            archives.put("a bomb", zip(Map.of("a.bpmn", process, "big.txt", new byte[40 * 1024 * 1024])));
            archives.put("a way out", zip(Map.of("../../etc/a.bpmn", process)));
            archives.put("a root", zip(Map.of("/etc/a.bpmn", process)));
            archives.put("another way out", zip(Map.of("..\\a.bpmn", process)));
            archives.put("a kind that the engine reads and nobody screens", zip(Map.of("a.xbpmn", script)));
            archives.put("too many files", zip(many));
            archives.put("nothing", zip(Map.of()));
            archives.put("no zip", "PK, perhaps".getBytes(StandardCharsets.UTF_8));
            archives.forEach((what, archive) -> {
                var answer = acme.upload("POST", DEPLOYMENTS, "a.zip", "application/zip", archive);
                assertThat(answer.status()).as(what + answer.text()).isEqualTo(400);
            });
            assertThat(acme.upload("POST", DEPLOYMENTS, "a.zip", "application/zip", zip(Map.of("a.bpmn", script)))
                            .status())
                    .as("a script")
                    .isEqualTo(422);
            assertThat(acme.get(DEPLOYMENTS).json().get("total").asInt()).isZero();
        });
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aDefinitionIsSuspendedCategorisedAndReadAsAModel(Dialect dialect) {
        FreshNode.with(dialect, node -> {
            RestClient acme = node.as("acme");
            acme.deploy("attack.bpmn", PROCESS);
            String id = acme.get("/repository/process-definitions?category=test")
                    .json()
                    .at("/data/0/id")
                    .asText();
            String path = "/repository/process-definitions/" + id;

            assertThat(acme.put(path, "{\"category\":\"new\"}")
                            .json()
                            .get("category")
                            .asText())
                    .isEqualTo("new");
            assertThat(acme.get("/repository/process-definitions?category=new")
                            .json()
                            .get("total")
                            .asInt())
                    .isEqualTo(1);

            assertThat(acme.put(path, "{\"action\":\"activate\"}").status()).isEqualTo(409);
            assertThat(acme.put(path, "{\"action\":\"suspend\",\"includeProcessInstances\":true}")
                            .json()
                            .get("suspended")
                            .asBoolean())
                    .isTrue();
            assertThat(acme.put(path, "{\"action\":\"activate\",\"date\":\"2040-01-01T00:00:00Z\"}")
                            .status())
                    .isEqualTo(200);
            assertThat(acme.get("/management/timer-jobs?handlerType=activate-processdefinition")
                            .json()
                            .get("total")
                            .asInt())
                    .isEqualTo(1);
            assertThat(acme.put(path, "{\"action\":\"dance\"}").status()).isEqualTo(400);

            assertThat(acme.get(path + "/model").json().at("/processes/0/id").asText())
                    .isEqualTo("attack");
            assertThat(acme.get(path + "/image").status()).isEqualTo(400);
            assertThat(acme.get(path + "/decisions").json()).isEmpty();
            assertThat(acme.get(path + "/start-form").text())
                    .as("nothing, as stock Flowable answers")
                    .isEmpty();
            for (String below : new String[] {"", "/model", "/resourcedata", "/decisions", "/identitylinks"}) {
                assertThat(node.as("other").get(path + below).status())
                        .as(below)
                        .isEqualTo(404);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void usersAndGroupsMayStartAProcess(Dialect dialect) {
        FreshNode.with(dialect, node -> {
            RestClient acme = node.as("acme");
            acme.deploy("attack.bpmn", PROCESS);
            String id = acme.get("/repository/process-definitions")
                    .json()
                    .at("/data/0/id")
                    .asText();
            String links = "/repository/process-definitions/" + id + "/identitylinks";
            acme.post("/identity/user/kim", "{}");
            acme.post("/identity/group/clerks", "{}");
            acme.post("/identity/membership/kim", "{\"groupIds\":[\"clerks\"]}");

            assertThat(acme.post(links, "{}").status()).isEqualTo(400);
            assertThat(acme.post(links, "{\"user\":\"a\",\"group\":\"b\"}").status())
                    .isEqualTo(400);
            var link = acme.post(links, "{\"group\":\"clerks\"}");
            assertThat(link.status()).as(link.text()).isEqualTo(201);
            assertThat(link.json().get("url").asText()).endsWith("/identitylinks/groups/clerks");
            assertThat(acme.get("/repository/process-definitions?startableByUser=kim")
                            .json()
                            .get("total")
                            .asInt())
                    .isEqualTo(1);
            assertThat(acme.get("/repository/process-definitions?startableByUser=lou")
                            .json()
                            .get("total")
                            .asInt())
                    .isZero();
            assertThat(acme.get(links + "/groups/clerks").json().get("type").asText())
                    .isEqualTo("candidate");
            assertThat(acme.get(links + "/clans/clerks").status()).isEqualTo(400);
            assertThat(node.as("other").delete(links + "/groups/clerks").status())
                    .isEqualTo(404);
            assertThat(acme.delete(links + "/groups/clerks").status()).isEqualTo(204);
            assertThat(acme.get(links).json()).isEmpty();
        });
    }

    private static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
