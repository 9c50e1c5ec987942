package dev.wavetank.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Ten thousand tenants with users, a definition each and a hundred thousand tasks: how long it takes to provide them
/// through the public API, and how fast a tenant's tasks are found, with our indexes and with the stock schema.
final class Tenants {
    private static final int TASKS_EACH = 10;
    private static final int CLIENTS = 8;
    private static final int WITHOUT_PAUSE = 0;
    /// More than fifty times what the stock application answers.
    private static final int PER_SECOND = 500;
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final Duration ROUND = Duration.ofSeconds(4);
    private static final int ROUNDS = 3;
    private static final String HEAP = "160m";

    private final int tenants;
    private final Tank tank;
    private final Tank.Node engine;
    private final Tank.Node gateway;

    private Tenants(Ground ground) {
        tenants = ground.small() ? 200 : 10_000;
        tank = Tank.open(ground, "tenants");
        engine = tank.start("engine-1", "engine", "-Xmx" + HEAP);
        gateway = tank.start("gateway-1", "gateway", "-Xmx96m", "-Xmn8m");
    }

    static void run(Ground ground) {
        Tenants bench = new Tenants(ground);
        bench.provide();
        bench.query(ground);
    }

    private static String tenant(int number) {
        return "tenant-" + number;
    }

    private void provide() {
        Table table = new Table(tenants + " tenants through the gateway", "seconds", "CPU seconds of all servers");
        double cpu = cpu();
        long begun = System.nanoTime();
        importTenants();
        long imported = System.nanoTime();
        table.row("tenants, two users and a group each: one import", seconds(begun, imported), number(cpu() - cpu));
        double before = cpu();
        String model = BenchProcess.read("ten-tasks");
        each((wire, number) -> Dialect.FLOWABLE.deploy(wire, "ten-tasks", model));
        long deployed = System.nanoTime();
        table.row("a definition each, " + CLIENTS + " clients", seconds(imported, deployed), number(cpu() - before));
        table.row("**both** (goal: 120 s)", "**" + seconds(begun, deployed) + "**", number(cpu() - cpu));
        before = cpu();
        each((wire, number) -> Dialect.FLOWABLE.start(wire, "ten-tasks", number % 10));
        table.row(
                "information: an instance with ten tasks each, " + CLIENTS + " clients",
                seconds(deployed, System.nanoTime()),
                number(cpu() - before));
        table.print("Tenants: provided through the public API");
        System.out.printf(
                "%nEngine: %s MiB of heap in use of at most %s after a collection (goal: 150 MB), %s MiB resident.%n",
                number(Jcmd.heapMiB(engine.process().pid())),
                HEAP,
                number(engine.process().usage().resident()));
    }

    private void importTenants() {
        StringBuilder rows = new StringBuilder("[");
        for (int number = 0; number < tenants; number++) {
            rows.append(number == 0 ? "" : ",\n")
                    .append("{\"id\":\"")
                    .append(tenant(number))
                    .append("\",\"users\":[{\"id\":\"ada\",\"groups\":[\"clerks\"]},{\"id\":\"bob\"}]}");
        }
        rows.append("]");
        try (Wire wire = new Wire(gateway.address(), tank.bearer())) {
            Reply reply = Reply.of(wire.call(
                            "POST",
                            "/cluster/tenants/import",
                            "application/json",
                            rows.toString().getBytes(StandardCharsets.UTF_8)))
                    .expect(200);
            if (reply.json().get("created").asInt() != tenants)
                throw new IllegalStateException(reply.answer().text());
        }
    }

    @FunctionalInterface
    private interface Step {
        void at(Wire wire, int tenant);
    }

    /// Does a step for each tenant, the clients sharing them.
    private void each(Step step) {
        AtomicInteger next = new AtomicInteger();
        Together.run(CLIENTS, client -> {
            for (int number = next.getAndIncrement(); number < tenants; number = next.getAndIncrement()) {
                try (Wire wire = new Wire(URI.create(gateway.address() + Tank.SERVICE), asAdministrator(number))) {
                    step.at(wire, number);
                }
            }
        });
    }

    private Map<String, String> asAdministrator(int number) {
        return Map.of("Authorization", "Bearer " + tank.secret(), "X-Wavetank-Tenant", tenant(number));
    }

    private void query(Ground ground) {
        Subject ours = new Subject(
                "our node",
                engine.address(),
                Map.of(),
                Dialect.FLOWABLE,
                List.of(engine.process()),
                List.of(tank.database().process()));
        Subject stock = Peers.flowable(
                ground,
                tank.database(),
                "--flowable.database-schema-update=true",
                "--flowable.async-executor-activate=false");
        Measured indexed = new Measured(ours);
        Measured paced = new Measured(ours);
        Measured peer = new Measured(stock);
        for (int round = 0; round < ROUNDS; round++) {
            indexed.runs().add(search(ours, WITHOUT_PAUSE));
            paced.runs().add(search(ours, PER_SECOND));
        }
        // Not in turns: eight clients that read all tasks for each answer leave nothing for a node's heartbeat.
        tank.database().execute(Indexes.ofTenants().stream().map(Indexes::drop));
        for (int round = 0; round < ROUNDS; round++) peer.runs().add(search(stock, WITHOUT_PAUSE));
        Table table =
                new Table("", "a second", "to stock", "p50 ms", "p99 ms", "server CPU ms each", "database CPU ms each");
        Stream.of(
                        Map.entry("our node, asked without a pause", indexed),
                        Map.entry("our node, asked " + PER_SECOND + " times a second", paced),
                        Map.entry("stock Flowable REST 7.2.0, its own schema, asked without a pause", peer))
                .forEach(entry -> table.row(
                        entry.getKey(),
                        entry.getValue().spread(Load.Result::perSecond),
                        entry.getValue().times(peer, Load.Result::perSecond),
                        entry.getValue().figure(run -> run.percentile(50)),
                        entry.getValue().figure(run -> run.percentile(99)),
                        entry.getValue().figure(Load.Result::serverCpuMillis),
                        entry.getValue().figure(Load.Result::databaseCpuMillis)));
        table.print("Tenants: the newest twenty tasks of a tenant out of " + tenants + ", among " + tenants * TASKS_EACH
                + " tasks, " + CLIENTS + " clients (goal: p99 10 ms, 50x)");
        System.out.printf(
                "%nEngine: %s MiB of heap in use after a collection (goal: 150 MB).%n",
                number(Jcmd.heapMiB(engine.process().pid())));
    }

    private Load.Result search(Subject subject, int perSecond) {
        Load.run(CLIENTS, WARM_UP, perSecond, subject, client -> searching(subject));
        return Load.run(CLIENTS, ROUND, perSecond, subject, client -> searching(subject));
    }

    /// Ours is asked by the tenant, as its gateway would; the stock application knows tenants as a parameter.
    private Load.Operation searching(Subject subject) {
        boolean own = subject.headers().isEmpty() && subject.rest().getPath().isEmpty();
        List<Wire> wires = new ArrayList<>();
        if (!own) wires.add(subject.connect());
        Wire plain = own ? new Wire(engine.address(), tank.bearer()) : wires.getFirst();
        return () -> {
            String tenant = tenant(ThreadLocalRandom.current().nextInt(tenants));
            String path = (own ? Tank.SERVICE : "") + "/runtime/tasks?tenantId=" + tenant
                    + "&sort=createTime&order=desc&size=20";
            Reply.of(plain.call("GET", path, "", new byte[0], own ? "X-Wavetank-Tenant: " + tenant + "\r\n" : ""))
                    .expect(200)
                    .first("data", "id");
        };
    }

    private double cpu() {
        return Usage.cpu(
                List.of(engine.process(), gateway.process(), tank.database().process()));
    }

    private static String seconds(long from, long to) {
        return number((to - from) / 1e9);
    }

    private static String number(double value) {
        return Table.number(value);
    }
}
