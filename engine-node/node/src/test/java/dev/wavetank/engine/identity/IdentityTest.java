package dev.wavetank.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.Processes;
import dev.wavetank.engine.RestClient;
import dev.wavetank.engine.TestNode;
import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.testing.TestDatabase;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Users, groups and memberships as Flowable's REST has them, each tenant's its own.
class IdentityTest {
    private static final byte[] PIXEL = {(byte) 0x89, 'P', 'N', 'G'};

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aUserIsCreatedListedChangedAndDeleted(Dialect dialect) {
        with(dialect, node -> {
            RestClient acme = node.as("acme");

            var created = acme.post("/identity/users", """
                    {"id":"kim","firstName":"Kim","lastName":"Li","email":"kim@acme.test","password":"sesame"}""");
            assertThat(created.status()).as(created.text()).isEqualTo(201);
            assertThat(created.text()).doesNotContain("sesame").doesNotContain("password");
            assertThat(created.json().get("url").asText()).endsWith("/identity/users/kim");
            assertThat(acme.post("/identity/users", "{\"id\":\"kim\"}").status())
                    .isEqualTo(409);
            assertThat(acme.post("/identity/users", "{}").status()).isEqualTo(400);

            var changed = acme.put("/identity/users/kim", "{\"lastName\":null,\"displayName\":\"Kim of Acme\"}");
            assertThat(changed.json().get("lastName").isNull()).isTrue();
            assertThat(changed.json().get("firstName").asText()).isEqualTo("Kim");

            acme.post("/identity/users", "{\"id\":\"lou\",\"firstName\":\"Lou\"}");
            assertThat(acme.get("/identity/users?sort=firstName&order=desc")
                            .json()
                            .findValuesAsText("id"))
                    .containsExactly("lou", "kim");
            assertThat(acme.get("/identity/users?emailLike=%25acme%25").json().findValuesAsText("id"))
                    .containsExactly("kim");
            assertThat(acme.get("/identity/users?sort=PASSWORD_HASH").status()).isEqualTo(400);

            assertThat(acme.delete("/identity/users/kim").status()).isEqualTo(204);
            assertThat(acme.get("/identity/users/kim").status()).isEqualTo(404);
        });
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void groupsHaveMembersAndMembersHaveGroups(Dialect dialect) {
        with(dialect, node -> {
            RestClient acme = node.as("acme");
            acme.post("/identity/users", "{\"id\":\"kim\"}");

            var group = acme.post("/identity/groups", "{\"id\":\"clerks\",\"name\":\"Clerks\",\"type\":\"role\"}");
            assertThat(group.status()).as(group.text()).isEqualTo(201);
            assertThat(group.json().get("type").asText()).isEqualTo("role");
            var member = acme.post("/identity/groups/clerks/members", "{\"userId\":\"kim\"}");
            assertThat(member.status()).as(member.text()).isEqualTo(201);
            assertThat(member.json().get("groupId").asText()).isEqualTo("clerks");
            assertThat(acme.post("/identity/groups/clerks/members", "{\"userId\":\"kim\"}")
                            .status())
                    .isEqualTo(409);
            assertThat(acme.post("/identity/groups/clerks/members", "{\"userId\":\"nobody\"}")
                            .status())
                    .isEqualTo(404);

            assertThat(acme.get("/identity/groups?member=kim").json().findValuesAsText("id"))
                    .containsExactly("clerks");
            assertThat(acme.get("/identity/users?memberOfGroup=clerks").json().findValuesAsText("id"))
                    .containsExactly("kim");

            assertThat(acme.delete("/identity/groups/clerks/members/kim").status())
                    .isEqualTo(204);
            assertThat(acme.delete("/identity/groups/clerks/members/kim").status())
                    .isEqualTo(404);
            assertThat(acme.delete("/identity/groups/clerks").status()).isEqualTo(204);
        });
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aUserHasInfoAndAPicture(Dialect dialect) {
        with(dialect, node -> {
            RestClient acme = node.as("acme");
            acme.post("/identity/users", "{\"id\":\"kim\"}");
            String info = "/identity/users/kim/info";

            assertThat(acme.post(info, "{\"key\":\"room\",\"value\":\"12\"}").status())
                    .isEqualTo(201);
            assertThat(acme.post(info, "{\"key\":\"room\",\"value\":\"13\"}").status())
                    .isEqualTo(409);
            assertThat(acme.put(info + "/room", "{\"value\":\"14\"}")
                            .json()
                            .get("value")
                            .asText())
                    .isEqualTo("14");
            assertThat(acme.get(info).json().findValuesAsText("key")).containsExactly("room");
            assertThat(acme.delete(info + "/room").status()).isEqualTo(204);
            assertThat(acme.get(info + "/room").status()).isEqualTo(404);

            String picture = "/identity/users/kim/picture";
            assertThat(acme.get(picture).status()).isEqualTo(404);
            assertThat(acme.upload("PUT", picture, "kim.svg", "image/svg+xml", PIXEL)
                            .status())
                    .isEqualTo(415);
            assertThat(acme.upload("PUT", picture, "kim.png", "image/png", PIXEL)
                            .status())
                    .isEqualTo(204);
            assertThat(acme.get(picture).contentType()).isEqualTo("image/png");
            assertThat(acme.get("/identity/users/kim").json().get("pictureUrl").asText())
                    .endsWith(picture);
        });
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void noTenantSeesOrChangesAnothersUsers(Dialect dialect) {
        with(dialect, node -> {
            RestClient acme = node.as("acme");
            RestClient other = node.as("other");
            acme.post("/identity/users", "{\"id\":\"kim\"}");
            acme.post("/identity/groups", "{\"id\":\"clerks\"}");

            assertThat(other.get("/identity/users").json().get("total").asInt()).isZero();
            assertThat(other.get("/identity/users/kim").status()).isEqualTo(404);
            assertThat(other.put("/identity/users/kim", "{}").status()).isEqualTo(404);
            assertThat(other.delete("/identity/users/kim").status()).isEqualTo(404);
            assertThat(other.get("/identity/groups/clerks").status()).isEqualTo(404);
            assertThat(other.post("/identity/groups/clerks/members", "{\"userId\":\"kim\"}")
                            .status())
                    .isEqualTo(404);
            assertThat(other.post("/identity/users", "{\"id\":\"lou\",\"tenantId\":\"acme\"}")
                            .status())
                    .isEqualTo(403);
            assertThat(other.delete("/identity/user/kim").status())
                    .as("deleting what is not there is no error")
                    .isEqualTo(204);
            assertThat(acme.get("/identity/users/kim").status()).isEqualTo(200);

            other.post("/identity/users", "{\"id\":\"kim\"}");
            RestClient administrator = node.as("*");
            assertThat(administrator.get("/identity/users").json().get("total").asInt())
                    .isEqualTo(2);
            assertThat(administrator.get("/identity/users/kim").status()).isEqualTo(400);
            assertThat(administrator
                            .get("/identity/users/kim?tenantId=other")
                            .json()
                            .get("tenantId")
                            .asText())
                    .isEqualTo("other");
        });
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aUserIsACandidateThroughTheGroupsOfTheTenant(Dialect dialect) {
        with(dialect, node -> {
            RestClient acme = node.as("acme");
            acme.deploy("task.bpmn", Processes.around("<userTask id=\"step\" flowable:candidateGroups=\"clerks\"/>"));
            acme.post("/runtime/process-instances", RestClient.start("attack", Map.of()));
            acme.post("/identity/user/kim", "{}");
            acme.post("/identity/user/lou", "{}");
            acme.post("/identity/group/clerks", "{}");
            acme.post("/identity/membership/kim", "{\"groupIds\":[\"clerks\"]}");
            node.as("other").post("/identity/user/lou", "{}");
            node.as("other").post("/identity/group/clerks", "{}");
            node.as("other").post("/identity/membership/lou", "{\"groupId\":\"clerks\"}");

            for (String filter : new String[] {"candidateUser", "candidateOrAssigned"}) {
                assertThat(total(acme, filter + "=kim")).as(filter).isEqualTo(1);
                assertThat(total(acme, filter + "=lou")).as(filter).isZero();
                assertThat(total(acme, filter + "=nobody")).as(filter).isZero();
            }
        });
    }

    private static int total(RestClient client, String filter) {
        var answer = client.get("/runtime/tasks?" + filter);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("total").asInt();
    }

    private static void with(Dialect dialect, Consumer<TestNode> test) {
        try (TestDatabase database = TestDatabase.open(dialect);
                TestNode node = TestNode.start(database.settings(), "engine-1")) {
            test.accept(node);
        }
    }
}
