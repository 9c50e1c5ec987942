package dev.wavetank.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Many tenants in one engine behind a gateway, against an engine for each tenant: memory at rest, processor time of
/// the same mix of work, and whether a tenant that floods the cluster is felt by the others.
final class Isolation {
    private static final int CLIENTS = 4;
    private static final int PER_SECOND = 20;
    private static final int REPEATS = 5;
    private static final Duration RUN = Duration.ofSeconds(10);
    private static final Duration REST = Duration.ofSeconds(8);
    private static final int FLOOD_CLIENTS = 8;
    private static final int FLOOD_PER_SECOND = 400;
    private static final String POLICY = "{\"requestsPerSecond\":100,\"callsAtATime\":8}";
    private static final String PROCESS = "waiting";

    /// Real ones on both sides.
    private final int tenants;
    /// What our cluster holds in all.
    private final int inAll;
    private final Tank tank;
    private final Tank.Node gateway;
    private final Subject shared;
    private final List<String> keys = new ArrayList<>();
    private final List<Subject> apart = new ArrayList<>();
    private final Database apartDatabase;

    private Isolation(Ground ground) {
        tenants = ground.small() ? 2 : 20;
        inAll = ground.small() ? 100 : 10_000;
        tank = Tank.on(ground, Database.h2(ground, "shared"));
        Tank.Node engine = tank.start("engine-1", "engine", "-Xmx160m");
        gateway = tank.start("gateway-1", "gateway", "-Xmx96m", "-Xmn8m");
        shared = new Subject(
                "one engine and a gateway",
                URI.create(gateway.address() + Tank.SERVICE),
                tank.bearer(),
                Dialect.FLOWABLE,
                List.of(engine.process(), gateway.process()),
                List.of(tank.database().process()));
        importTenants();
        // The tenant whose processes others may run; an administrator may act for it.
        try (Wire wire = new Wire(shared.rest(), tank.asTenant("shared"))) {
            Dialect.FLOWABLE.deploy(wire, PROCESS, BenchProcess.read(PROCESS));
            Reply.of(new Wire(gateway.address(), tank.bearer())
                            .call(
                                    "PUT",
                                    "/cluster/shared-definitions/" + PROCESS,
                                    "application/json",
                                    "{\"tenants\":[\"*\"]}".getBytes(StandardCharsets.UTF_8)))
                    .expect(200);
        }
        apartDatabase = Database.h2(ground, "apart");
        for (int tenant = 0; tenant < tenants; tenant++) {
            Subject own = Peers.alone(ground, apartDatabase.sibling(ground, "apart", "tenant" + tenant));
            apart.add(own);
            try (Wire wire = own.connect()) {
                Dialect.FLOWABLE.deploy(wire, PROCESS, BenchProcess.read(PROCESS));
            }
        }
    }

    static void run(Ground ground) {
        Isolation bench = new Isolation(ground);
        bench.atRest();
        bench.mix();
        bench.noisyNeighbour();
    }

    private void importTenants() {
        StringBuilder rows = new StringBuilder();
        for (int number = 0; number < inAll; number++) {
            rows.append("{\"id\":\"tenant-")
                    .append(number)
                    .append("\",\"policy\":")
                    .append(POLICY)
                    .append("}\n");
        }
        try (Wire wire = new Wire(gateway.address(), tank.bearer())) {
            Reply.of(wire.call(
                            "POST",
                            "/cluster/tenants/import?keys=true",
                            "application/x-ndjson",
                            rows.toString().getBytes(StandardCharsets.UTF_8)))
                    .expect(200)
                    .json()
                    .get("keys")
                    .forEach(key -> keys.add(key.get("key").asText()));
        }
    }

    private Wire toShared(int tenant) {
        return new Wire(shared.rest(), Map.of("Authorization", "Bearer " + keys.get(tenant)));
    }

    /// What each side needs in all, its database too.
    private List<ServerProcess> all(boolean together) {
        List<ServerProcess> processes = new ArrayList<>();
        if (together) {
            processes.addAll(shared.servers());
            processes.add(tank.database().process());
        } else {
            apart.forEach(one -> processes.addAll(one.servers()));
            processes.add(apartDatabase.process());
        }
        return processes;
    }

    private void atRest() {
        run(true, 1);
        run(false, 1);
        long until = System.nanoTime() + REST.toNanos();
        while (System.nanoTime() < until) LockSupport.parkNanos(until - System.nanoTime());
        double together = mib(true);
        double alone = mib(false);
        double perGiBAlone = tenants * 1024 / alone;
        new Table("", "tenants", "MiB in all", "tenants per GiB", "ratio")
                .row(
                        "an engine each, stock Flowable, one database server",
                        tenants,
                        Table.number(alone),
                        Table.number(perGiBAlone),
                        "1x")
                .row(
                        "one engine and a gateway, only these tenants counted",
                        tenants,
                        Table.number(together),
                        Table.number(tenants * 1024 / together),
                        Table.number(tenants * 1024 / together / perGiBAlone) + "x")
                .row(
                        "one engine and a gateway, all its tenants counted",
                        inAll,
                        Table.number(together),
                        Table.number(inAll * 1024 / together),
                        Table.number(inAll * 1024 / together / perGiBAlone) + "x (goal: 50x)")
                .print("Isolation: memory at rest, PSS");
    }

    private double mib(boolean together) {
        return all(together).stream().mapToDouble(one -> one.usage().share()).sum();
    }

    private void mix() {
        List<Double> together = new ArrayList<>();
        List<Double> alone = new ArrayList<>();
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            together.add(run(true, repeat));
            alone.add(run(false, repeat));
        }
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) ratios.add(together.get(i) / alone.get(i));
        new Table("", "operations per CPU second, median of " + REPEATS, "ratio")
                .row("an engine each", Figures.spread(alone, Double::doubleValue), "1x")
                .row(
                        "one engine and a gateway",
                        Figures.spread(together, Double::doubleValue),
                        Figures.spread(ratios, Double::doubleValue) + "x (goal: 2.5x)")
                .print("Isolation: a Zipf mix over " + tenants + " tenants, " + PER_SECOND
                        + " operations a second (start, find the task, complete it)");
    }

    /// Operations for each second of processor time, whoever spent it.
    private double run(boolean together, long seed) {
        Subject side = new Subject("", shared.rest(), Map.of(), Dialect.FLOWABLE, all(together), List.of());
        Load.Result result =
                Load.run(CLIENTS, RUN, PER_SECOND, side, client -> mixed(together, seed * CLIENTS + client));
        return result.operations() / result.serverCpu();
    }

    private Load.Operation mixed(boolean together, long seed) {
        Zipf zipf = new Zipf(tenants, seed);
        List<Wire> wires = new ArrayList<>();
        for (int tenant = 0; tenant < tenants; tenant++) {
            wires.add(together ? toShared(tenant) : apart.get(tenant).connect());
        }
        return () -> whole(wires.get(zipf.next()));
    }

    private static void whole(Wire wire) {
        Dialect flowable = Dialect.FLOWABLE;
        flowable.complete(wire, flowable.task(wire, flowable.start(wire, PROCESS, 1)));
    }

    private void noisyNeighbour() {
        apart.forEach(one -> one.servers().forEach(ServerProcess::close));
        Measured calm = new Measured(shared);
        Measured flooded = new Measured(shared);
        AtomicInteger attempts = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            calm.runs().add(quiet());
            Thread flood = Thread.ofPlatform().start(() -> flood(attempts, refused));
            flooded.runs().add(quiet());
            try {
                flood.join();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
        new Table("the other tenants", "p50 ms", "p95 ms", "p95 ratio")
                .row("alone", calm.figure(run -> run.percentile(50)), calm.figure(run -> run.percentile(95)), "1x")
                .row(
                        "while one tenant floods",
                        flooded.figure(run -> run.percentile(50)),
                        flooded.figure(run -> run.percentile(95)),
                        flooded.times(calm, run -> run.percentile(95)) + " (goal: 2x)")
                .print("Isolation: noisy neighbour, a tenant with " + FLOOD_PER_SECOND
                        + " starts a second of 100 it may (" + refused.get() * 100 / Math.max(1, attempts.get())
                        + " % of " + attempts.get() + " refused)");
    }

    private Load.Result quiet() {
        return Load.run(CLIENTS, RUN, PER_SECOND, shared, client -> {
            Wire wire = toShared(1 + client % (tenants - 1));
            return () -> whole(wire);
        });
    }

    private void flood(AtomicInteger attempts, AtomicInteger refused) {
        Load.run(FLOOD_CLIENTS, RUN, FLOOD_PER_SECOND, shared, client -> {
            Wire wire = toShared(0);
            return () -> {
                attempts.incrementAndGet();
                Wire.Answer answer =
                        wire.post("/runtime/process-instances", "{\"processDefinitionKey\":\"" + PROCESS + "\"}");
                if (answer.status() == 429) refused.incrementAndGet();
                else Reply.of(answer).expect(201);
            };
        });
    }
}
