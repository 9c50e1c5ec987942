package dev.wavetank.gateway.failover;

import static dev.wavetank.engine.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.database.DatabaseSettings;
import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.testing.Cable;
import dev.wavetank.engine.testing.NodeProcess;
import dev.wavetank.engine.testing.TestDatabase;
import dev.wavetank.engine.web.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// A gateway and two engines, each a process of its own, on a real database, with one process deployed for one
/// tenant.
final class RealCluster implements AutoCloseable {
    private static final Duration STARTED = Duration.ofSeconds(90);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String ADMINISTRATOR = "the-administrator";

    /// The engine whose lines can be cut.
    static final String WIRED = "engine-1";

    final TestDatabase database;
    final Cable toDatabase = new Cable();
    final Cable fromGateways = new Cable();
    private final Map<String, NodeProcess> nodes = new LinkedHashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String tenantKey;
    private final List<String> started = new ArrayList<>();

    RealCluster(Dialect dialect) throws Exception {
        this(dialect, "gateway-1", "engine-1", "engine-2");
    }

    RealCluster(Dialect dialect, String... names) throws Exception {
        database = TestDatabase.open(dialect);
        for (String node : names) start(node);
        awaitLive();
        HttpResponse<String> tenant = send(request("/cluster/tenants", ADMINISTRATOR)
                .POST(HttpRequest.BodyPublishers.ofString("{\"id\":\"acme\"}")));
        tenantKey = Json.mapper().readTree(tenant.body()).get("key").asText();
        deploy();
    }

    /// Starts a node that does not run, where clients found it before.
    void start(String node) throws IOException {
        NodeProcess known = nodes.get(node);
        if (known != null) {
            if (!known.alive()) nodes.put(node, known.again());
            return;
        }
        String role = node.substring(0, node.indexOf('-'));
        nodes.put(
                node,
                node.equals(WIRED)
                        ? startWired(role)
                        : NodeProcess.start(role, node, database.settings(), "the-cluster", ADMINISTRATOR));
    }

    private NodeProcess startWired(String role) throws IOException {
        DatabaseSettings direct = database.settings();
        DatabaseSettings wired = new DatabaseSettings(
                direct.url().replaceFirst(":\\d+/", ":" + toDatabase.port() + "/"), direct.user(), direct.password());
        toDatabase.to(URI.create(direct.url().replaceFirst("^jdbc:(h2:)?", "")).getPort());
        NodeProcess engine = NodeProcess.start(
                role,
                WIRED,
                wired,
                "the-cluster",
                ADMINISTRATOR,
                Map.of("WAVETANK_ADVERTISE", "http://127.0.0.1:" + fromGateways.port()));
        fromGateways.to(engine.port());
        return engine;
    }

    /// Starts again what does not run, and waits until all work.
    void heal() throws IOException {
        toDatabase.mend();
        fromGateways.mend();
        for (String node : List.copyOf(nodes.keySet())) start(node);
        awaitLive();
    }

    private void awaitLive() {
        int all = nodes.size();
        eventually("all nodes live: " + this, STARTED, () -> {
            nodes.forEach(
                    (name, node) -> assertThat(node.alive()).as(node.log()).isTrue());
            return database.number("select count(*) from WT_NODE where STATE = 'LIVE'") == all
                    && send(request("/cluster/nodes", ADMINISTRATOR)).body().split("\"LIVE\"", -1).length == all + 1;
        });
    }

    void killAll() throws InterruptedException {
        for (NodeProcess node : nodes.values()) node.kill();
    }

    /// True once this time has passed.
    static Callable<Boolean> after(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        return () -> System.nanoTime() > until;
    }

    /// Clients that know all gateways.
    Load load(int instances) {
        return new Load(
                nodes.entrySet().stream()
                        .filter(node -> node.getKey().startsWith("gateway"))
                        .map(node -> node.getValue().port())
                        .toList(),
                tenantKey,
                instances);
    }

    /// The gateway that leads by the database's word.
    String leader() {
        return database.strings("select HOLDER from WT_LEADER").getFirst();
    }

    void kill(String node) throws InterruptedException {
        nodes.get(node).kill();
    }

    int stop(String node) throws InterruptedException {
        return nodes.get(node).stop();
    }

    void freeze(String node) throws Exception {
        nodes.get(node).freeze();
    }

    void thaw(String node) throws Exception {
        nodes.get(node).thaw();
    }

    NodeProcess gateway() {
        return nodes.get("gateway-1");
    }

    long ended() {
        return database.number("select count(*) from ACT_HI_PROCINST where END_TIME_ is not null");
    }

    /// Waits until so many instances have ended.
    void awaitEnded(long instances) {
        await(instances + " instances have ended", () -> ended() == instances);
    }

    /// Waits, and says what stands in the way if it does not come true.
    void await(String expectation, Callable<Boolean> condition) {
        try {
            eventually(expectation, PATIENCE, condition);
        } catch (AssertionError stuck) {
            throw new AssertionError(stuck.getMessage() + ": " + ended() + " ended; " + diagnosis(), stuck);
        }
    }

    private String diagnosis() {
        return String.join(
                "\n",
                List.of(
                        "nodes " + database.strings("select concat(ID, ' ', STATE, ' ', EPOCH) from WT_NODE"),
                        "takeovers "
                                + database.strings("select concat(NODE_ID, ' ', STEP, ' ', DETAIL) from WT_TAKEOVER"),
                        "jobs "
                                + database.strings("select concat(LOCK_OWNER_, ' ', RETRIES_, ' ', count(*)) from"
                                        + " ACT_RU_JOB group by LOCK_OWNER_, RETRIES_"),
                        "timers "
                                + database.strings("select concat(LOCK_OWNER_, ' ', RETRIES_, ' ', count(*)) from"
                                        + " ACT_RU_TIMER_JOB group by LOCK_OWNER_, RETRIES_"),
                        "instances locked "
                                + database.strings("select concat(LOCK_OWNER_, ' ', count(*)) from"
                                        + " ACT_RU_EXECUTION where LOCK_OWNER_ is not null group by LOCK_OWNER_"),
                        "dead letters " + database.strings("select EXCEPTION_MSG_ from ACT_RU_DEADLETTER_JOB"),
                        "sessions "
                                + (database.dialect() == Dialect.H2
                                        ? database.strings("select concat(s.SESSION_ID, ' ', w.NODE_ID, ' ',"
                                                + " s.CONTAINS_UNCOMMITTED, ' ', s.SESSION_STATE, ' ', s.BLOCKER_ID, ' ',"
                                                + " s.EXECUTING_STATEMENT) from INFORMATION_SCHEMA.SESSIONS s"
                                                + " left join WT_SESSION w on w.SESSION_ID = s.SESSION_ID")
                                        : database.strings(
                                                "select concat(application_name, ' ', state, ' ', query) from"
                                                        + " pg_stat_activity where datname = current_database()")),
                        warnings()));
    }

    private String warnings() {
        StringBuilder lines = new StringBuilder();
        nodes.forEach((name, node) -> node.log()
                .lines()
                .filter(line -> !line.contains("\"INFO\""))
                .forEach(line -> lines.append(name)
                        .append(' ')
                        .append(line, 0, Math.min(400, line.length()))
                        .append('\n')));
        return lines.toString();
    }

    long jobsLockedBy(String node) {
        return database.number("select count(*) from ACT_RU_JOB where LOCK_OWNER_ = ?", node);
    }

    String state(String node) {
        return database.strings("select STATE from WT_NODE where ID = ?", node).getFirst();
    }

    long epoch(String node) {
        return database.number("select EPOCH from WT_NODE where ID = ?", node);
    }

    /// When the first fact of this type happened to the node, by the database's clock.
    long time(String type, String node) {
        return database.number("select min(AT) from WT_EVENT where TYPE = ? and NODE_ID = ?", type, node);
    }

    /// Of this load and all before it.
    void assertNothingLostAndNothingTwice(Load load) {
        started.addAll(load.acceptedKeys());
        List<String> keys = started;
        assertThat(database.strings("select BUSINESS_KEY_ from ACT_HI_PROCINST"))
                .containsExactlyInAnyOrderElementsOf(keys);
        assertThat(database.number("select count(*) from ACT_RU_DEADLETTER_JOB"))
                .isZero();
        assertThat(database.number("select count(*) from ACT_RU_EXECUTION")).isZero();
        assertThat(database.strings("select BUSINESS_KEY from WT_LEDGER where ACTIVITY_ID = 'reserve' and not ATTEMPT"))
                .containsExactlyInAnyOrderElementsOf(keys);
        assertThat(database.strings("select BUSINESS_KEY from WT_LEDGER where ACTIVITY_ID = 'charge' and not ATTEMPT"))
                .containsExactlyInAnyOrderElementsOf(keys);
    }

    /// No effect was committed under an epoch of a node after that epoch was raised.
    void assertNoEffectOfTheDead() {
        assertThat(
                        database.strings(
                                "select concat(l.NODE, ' ', l.EPOCH, ' ', l.BUSINESS_KEY, ' ', l.ACTIVITY_ID)"
                                        + " from WT_LEDGER l join WT_TAKEOVER t on t.NODE_ID = l.NODE and l.EPOCH < t.EPOCH"
                                        + " where not l.ATTEMPT and cast(extract(epoch from l.AT_TIME) * 1000 as bigint) > t.STARTED_AT"))
                .as("effects under a passed epoch")
                .isEmpty();
        assertThat(database.number("select count(*) from ACT_HI_ACTINST where WT_STARTED_BY is null"))
                .as("steps that nobody wrote")
                .isZero();
        assertThat(database.strings(stepsAfterTakeover("WT_STARTED_BY", "START_TIME_")))
                .as("steps begun under a passed epoch")
                .isEmpty();
        assertThat(database.strings(stepsAfterTakeover("coalesce(WT_ENDED_BY, WT_STARTED_BY)", "END_TIME_")))
                .as("steps ended under a passed epoch")
                .isEmpty();
    }

    private static String stepsAfterTakeover(String writer, String time) {
        return "select concat(a.ACT_ID_, ' ', a.PROC_INST_ID_, ' ', %1$s, ' ', t.EPOCH) from ACT_HI_ACTINST a join WT_TAKEOVER t"
                        .formatted(writer)
                + " on %1$s like concat(t.NODE_ID, '/%%') and cast(substring(%1$s, length(t.NODE_ID) + 2) as bigint) < t.EPOCH"
                        .formatted(writer)
                + " where cast(extract(epoch from a.%s) * 1000 as bigint) > t.STARTED_AT".formatted(time);
    }

    /// Tells the times that the documentation quotes.
    void report(String fault, long at) {
        long dead = time("NODE_DEAD", "engine-1");
        long taken = time("TAKEOVER", "engine-1");
        long lastEffect =
                database.number("select max(cast(extract(epoch from AT_TIME) * 1000 as bigint)) from WT_LEDGER");
        System.out.printf(
                "failover (%s): declared dead after %d ms, taken over %d ms later (%s), last effect %d ms after the fault;"
                        + " attempts %d, effects %d; gateway %s%n",
                fault,
                dead - at,
                taken - dead,
                database.strings("select DETAIL from WT_TAKEOVER").getFirst(),
                lastEffect - at,
                database.number("select count(*) from WT_LEDGER where ATTEMPT"),
                database.number("select count(*) from WT_LEDGER where not ATTEMPT"),
                resident(gateway().pid()));
        assertThat(Duration.ofMillis(dead - at)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(8));
    }

    private static String resident(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS"))
                    .findFirst()
                    .orElse("")
                    .replaceAll("\\s+", " ");
        } catch (IOException notLinux) {
            return "RSS unknown";
        }
    }

    private void deploy() throws Exception {
        byte[] bpmn = RealCluster.class.getResourceAsStream("FailoverTest.bpmn").readAllBytes();
        String boundary = "part";
        String body = "--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"failover.bpmn\"\r\n"
                + "Content-Type: text/xml\r\n\r\n" + new String(bpmn, StandardCharsets.UTF_8) + "\r\n--" + boundary
                + "--\r\n";
        HttpResponse<String> response = send(request("/flowable-rest/service/repository/deployments", tenantKey)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    }

    private HttpRequest.Builder request(String path, String key) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway().port() + path))
                .header("Authorization", "Bearer " + key);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public String toString() {
        StringBuilder logs = new StringBuilder();
        nodes.forEach((name, node) -> logs.append(name).append(": ").append(node.log()));
        return logs.toString();
    }

    @Override
    public void close() throws Exception {
        for (NodeProcess node : nodes.values()) {
            node.close();
        }
        http.close();
        toDatabase.close();
        fromGateways.close();
        database.close();
    }
}
