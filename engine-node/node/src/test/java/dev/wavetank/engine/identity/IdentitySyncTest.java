package dev.wavetank.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.RestClient;
import dev.wavetank.engine.TestNode;
import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.testing.TestDatabase;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// An organisation's system pushes its users, again and again.
class IdentitySyncTest {
    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aPushCanBeRepeated(Dialect dialect) {
        with(dialect, acme -> {
            String users = """
                    [{"id":"kim","firstName":"Kim","password":"sesame"},{"id":"lou","email":"lou@acme.test"}]""";

            assertThat(acme.post("/identity/user", users).json().get("created").asInt())
                    .isEqualTo(2);
            var again = acme.post("/identity/user", "[{\"id\":\"kim\",\"lastName\":\"Li\"},{\"id\":\"mo\"}]");
            assertThat(again.json().get("created").asInt()).isEqualTo(1);
            assertThat(again.json().get("updated").asInt()).isEqualTo(1);

            var kim = acme.get("/identity/users/kim").json();
            assertThat(kim.get("firstName").asText())
                    .as("what a push leaves out stays")
                    .isEqualTo("Kim");
            assertThat(kim.get("lastName").asText()).isEqualTo("Li");

            var gone = acme.delete("/identity/user", "[\"kim\",\"nobody\",{\"id\":\"lou\"}]");
            assertThat(gone.json().get("deleted").asInt()).isEqualTo(2);
            assertThat(acme.get("/identity/users").json().findValuesAsText("id"))
                    .containsExactly("mo");
        });
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aWrongRowIsReportedAndTheOthersTakeEffect(Dialect dialect) {
        with(dialect, acme -> {
            var pushed = acme.post("/identity/user", """
                    [{"id":"kim"},{"firstName":"Nameless"},7,{"id":"lou","email":{}},{"id":"kim"},{"id":"mo"}]""");

            assertThat(pushed.status()).isEqualTo(200);
            assertThat(pushed.json().get("total").asInt()).isEqualTo(6);
            assertThat(pushed.json().get("created").asInt()).isEqualTo(2);
            assertThat(pushed.json().get("errors").findValuesAsText("index")).containsExactly("1", "2", "4", "3");
            assertThat(pushed.json().get("errors").findValuesAsText("status")).containsOnly("400");
        });
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void membershipsBecomeWhatThePushSays(Dialect dialect) {
        with(dialect, acme -> {
            acme.post("/identity/user", "[{\"id\":\"kim\"},{\"id\":\"lou\"}]");
            acme.post("/identity/group", "[{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"c\"}]");

            var set = acme.post("/identity/membership", """
                    [{"id":"kim","groupIds":["a","b"]},{"id":"lou","groupId":"c"},{"id":"nobody","groupIds":["a"]},
                     {"id":"mo","groupIds":[]}]""");
            assertThat(set.json().get("created").asInt()).as(set.text()).isEqualTo(3);
            assertThat(set.json().get("errors").findValuesAsText("status")).containsExactly("404", "404");

            acme.post("/identity/membership/kim", "{\"groupIds\":[\"b\",\"c\"]}");
            assertThat(acme.get("/identity/groups?member=kim").json().findValuesAsText("id"))
                    .containsExactly("b", "c");
            acme.post("/identity/membership/kim", "{\"groupId\":\"a\"}");
            acme.delete("/identity/membership/kim?groupId=b");
            assertThat(acme.get("/identity/groups?member=kim").json().findValuesAsText("id"))
                    .containsExactly("a", "c");
            assertThat(acme.post("/identity/membership/kim", "{\"groupId\":\"z\"}")
                            .status())
                    .isEqualTo(404);
            acme.delete("/identity/membership", "[\"kim\",\"lou\"]");
            assertThat(acme.get("/identity/users?memberOfGroup=c")
                            .json()
                            .get("total")
                            .asInt())
                    .isZero();
        });
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void tenThousandUsersGoInOneCall(Dialect dialect) {
        with(dialect, acme -> {
            assertThat(acme.post("/identity/user", users(10_000))
                            .json()
                            .get("created")
                            .asInt())
                    .isEqualTo(10_000);
            assertThat(acme.post("/identity/user", users(10_000))
                            .json()
                            .get("updated")
                            .asInt())
                    .isEqualTo(10_000);
            assertThat(acme.post("/identity/user", users(10_001)).status()).isEqualTo(413);
            assertThat(acme.get("/identity/users?size=1").json().get("total").asInt())
                    .isEqualTo(10_000);
        });
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aCallThatIsNoListIsRefused(Dialect dialect) {
        with(dialect, acme -> {
            for (String path : new String[] {"user", "group", "membership"}) {
                for (String body : new String[] {"{}", "7", "", "\"kim\"", "{"}) {
                    assertThat(acme.post("/identity/" + path, body).status())
                            .as(path + " " + body)
                            .isEqualTo(400);
                }
            }
            assertThat(acme.post("/identity/user/kim", "{\"id\":\"lou\"}").status())
                    .isEqualTo(400);
            assertThat(acme.post("/identity/user", passwords(21)).status())
                    .as("passwords cost computing")
                    .isEqualTo(400);
        });
    }

    private static String users(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"id\":\"u" + i + "\",\"firstName\":\"First " + i + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String passwords(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"id\":\"u" + i + "\",\"password\":\"p\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static void with(Dialect dialect, Consumer<RestClient> test) {
        try (TestDatabase database = TestDatabase.open(dialect);
                TestNode node = TestNode.start(database.settings(), "engine-1")) {
            test.accept(node.as("acme"));
        }
    }
}
