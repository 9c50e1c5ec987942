package dev.wavetank.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Processes, decisions and requests that are made to harm: each is refused with 4xx, and the node works on.
class HostileFileTest {
    private static final String REFUSED_OR_CLOSED = "HTTP/1.1 4\\d\\d .*|closed";

    private static final String LAUGHS = "<!DOCTYPE definitions [<!ENTITY a0 \"ha\">"
            + Stream.iterate(1, i -> i < 30, i -> i + 1)
                    .map(i -> "<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">")
                    .reduce("", String::concat)
            + "]>";
    private static final String LEAK =
            "<!DOCTYPE definitions [<!ENTITY % leak SYSTEM \"file:///etc/hostname\">%leak;]>";
    private static final int DEEP = 20_000;

    private static TestDatabase database;
    private static TestNode node;
    private static RestClient acme;

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

    /// Each under its name.
    private static Map<String, byte[]> processes() {
        String good = Processes.definitions("<process id=\"p\" isExecutable=\"true\"><startEvent id=\"s\"/></process>");
        Map<String, byte[]> files = new LinkedHashMap<>();
        put(
                files,
                "laughs",
                good.replace("<definitions", LAUGHS + "<definitions")
                        .replace("id=\"s\"/>", "id=\"s\" name=\"&a29;\"/>"));
        put(files, "leak", good.replace("<definitions", LEAK + "<definitions"));
        put(files, "nested sub-processes", inProcess("<subProcess>".repeat(DEEP) + "</subProcess>".repeat(DEEP)));
        put(
                files,
                "nested extensions",
                inProcess("<extensionElements>" + "<x>".repeat(DEEP) + "</x>".repeat(DEEP) + "</extensionElements>"));
        put(
                files,
                "nested parentheses",
                inProcess("<startEvent id=\"s\"/><sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"e\">"
                        + "<conditionExpression>${" + "(".repeat(DEEP) + "1" + ")".repeat(DEEP)
                        + "}</conditionExpression>"
                        + "</sequenceFlow><endEvent id=\"e\"/>"));
        put(files, "an endless name", inProcess("<startEvent id=\"" + "x".repeat(1_000_000) + "\"/>"));
        put(files, "two of one id", inProcess("<startEvent id=\"s\"/><endEvent id=\"s\"/>"));
        put(files, "flows to nowhere", inProcess("<sequenceFlow id=\"f\" sourceRef=\"a\" targetRef=\"b\"/>"));
        put(
                files,
                "attached to itself",
                inProcess("<boundaryEvent id=\"b\" attachedToRef=\"b\"><timerEventDefinition/></boundaryEvent>"));
        put(
                files,
                "an error of no length",
                inProcess(
                        "<startEvent id=\"s\"><timerEventDefinition><timeCycle>R9999999999/PT0S</timeCycle></timerEventDefinition></startEvent>"));
        put(files, "another format", "{\"definitions\": []}");
        put(files, "nothing", "");
        put(files, "zeros", "\0".repeat(1000));
        files.put("a wrong encoding", good.getBytes(Charset.forName("UTF-32")));
        files.put("broken letters", good.replace("\"s\"", "\"s\u00e4\"").getBytes(StandardCharsets.ISO_8859_1));
        return files;
    }

    private static String inProcess(String content) {
        return Processes.definitions("<process id=\"p\" isExecutable=\"true\">" + content + "</process>");
    }

    private static void put(Map<String, byte[]> files, String name, String content) {
        files.put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    static Stream<String> hostileProcesses() {
        return processes().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("hostileProcesses")
    void aHostileProcessIsRefusedAtTheLatestWhenItStarts(String name) {
        var answer = acme.upload(
                "POST",
                "/repository/deployments",
                "hostile.bpmn",
                "text/xml",
                processes().get(name));

        if (answer.status() == 201) answer = acme.post("/runtime/process-instances", RestClient.start("p", Map.of()));
        assertRefused(name, answer);
    }

    private static Map<String, String> decisions() {
        String rule =
                "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\" name=\"d\" namespace=\"n\">"
                        + "<decision id=\"a\" name=\"A\">%s<decisionTable id=\"t\" hitPolicy=\"FIRST\"><input id=\"i\">"
                        + "<inputExpression id=\"ie\" typeRef=\"number\"><text>x</text></inputExpression></input>"
                        + "<output id=\"o\" name=\"y\" typeRef=\"string\"/><rule id=\"r\"><inputEntry id=\"e\"><text>%s</text>"
                        + "</inputEntry><outputEntry id=\"u\"><text>\"z\"</text></outputEntry></rule></decisionTable></decision>"
                        + "</definitions>";
        Map<String, String> files = new LinkedHashMap<>();
        files.put("laughs", LAUGHS + rule.formatted("", "&a29;"));
        files.put("leak", LEAK + rule.formatted("", "1"));
        files.put(
                "nested extensions",
                rule.formatted(
                        "<extensionElements>" + "<x>".repeat(DEEP) + "</x>".repeat(DEEP) + "</extensionElements>",
                        "1"));
        files.put("nothing", "");
        files.put("half", rule.formatted("", "1").substring(0, 300));
        return files;
    }

    static Stream<String> hostileDecisions() {
        return decisions().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("hostileDecisions")
    void aHostileDecisionIsRefused(String name) {
        byte[] content = decisions().get(name).getBytes(StandardCharsets.UTF_8);

        assertRefused(name, acme.upload("POST", "/repository/deployments", "hostile.dmn", "text/xml", content));
        assertRefused(
                name,
                acme.upload(
                        "POST",
                        "//flowable-rest/dmn-api/dmn-repository/deployments",
                        "hostile.dmn",
                        "text/xml",
                        content));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/%zz", "/%ff%fe", "/%00", "/../../../etc/passwd", "/a?x=%zz", "/a?%c3%28=1", "//", "/\u00e4"})
    void aBrokenAddressIsRefused(String path) throws IOException {
        assertThat(spoken("GET /flowable-rest/service/runtime/tasks" + path + " HTTP/1.1\r\n"))
                .matches("HTTP/1.1 4\\d\\d .*");
    }

    @Test
    void endlessHeadersAndAddressesAreRefused() throws IOException {
        String endless = "x".repeat(200_000);

        assertThat(spoken("GET /" + endless + " HTTP/1.1\r\n")).matches(REFUSED_OR_CLOSED);
        assertThat(spoken("GET /openapi.json HTTP/1.1\r\nX-Long: " + endless + "\r\n"))
                .matches(REFUSED_OR_CLOSED);
        assertThat(acme.get("//health/ready").status()).isEqualTo(200);
    }

    private static void assertRefused(String name, RestClient.Answer answer) {
        assertThat(answer.status()).as(name + ": " + answer.text()).isBetween(400, 499);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.json().get("detail").asText()).as(name).isNotBlank().hasSizeLessThan(2000);
    }

    /// The first line of the answer to a head that no client library would send; `closed` if the server hung up while
    /// the head was still being sent.
    private static String spoken(String head) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", node.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write((head + "Host: here\r\nAuthorization: Bearer " + TestNode.SECRET
                                    + "\r\nX-Wavetank-Tenant: acme\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        } catch (SocketException hungUp) {
            return "closed";
        }
    }
}
