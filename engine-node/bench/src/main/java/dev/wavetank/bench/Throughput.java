package dev.wavetank.bench;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One node of ours, alone and behind a gateway, beside stock Flowable REST and Camunda REST: the same JVM options,
/// the same kind of database, the same calls, in turns.
final class Throughput {
    static final int CLIENTS = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final int ROUNDS = 3;
    private static final int STOCK = 2;

    private Throughput() {}

    private record Work(String title, String process) {
        Load.Operation of(Subject subject, int client) {
            Wire wire = subject.connect();
            Dialect dialect = subject.dialect();
            if (process.equals("straight")) return () -> dialect.start(wire, process, client);
            return () -> dialect.complete(wire, dialect.task(wire, dialect.start(wire, process, client)));
        }
    }

    static void run(Ground ground) {
        List<Subject> subjects = subjects(ground);
        for (Subject subject : subjects) {
            try (Wire wire = subject.connect()) {
                for (String process : List.of("straight", "waiting")) {
                    subject.dialect().deploy(wire, process, BenchProcess.read(process));
                }
            }
        }
        for (Work work : List.of(
                new Work("start to end in one request", "straight"),
                new Work("start, find the task, complete it", "waiting"))) {
            measure(work, subjects).print("Throughput: " + work.title() + ", " + CLIENTS + " clients");
        }
    }

    private static List<Subject> subjects(Ground ground) {
        Tank tank = Tank.open(ground, "ours");
        Tank.Node engine = tank.start("engine-1", "engine", "-Xmx256m");
        Tank.Node gateway = tank.start("gateway-1", "gateway", "-Xmx96m", "-Xmn8m");
        String key = tank.tenant(gateway, "acme");
        List<ServerProcess> database = List.of(tank.database().process());
        List<Subject> subjects = new ArrayList<>();
        subjects.add(new Subject(
                "our node",
                URI.create(engine.address() + Tank.SERVICE),
                tank.asTenant("globex"),
                Dialect.FLOWABLE,
                List.of(engine.process()),
                database));
        subjects.add(new Subject(
                "our node through a gateway",
                URI.create(gateway.address() + Tank.SERVICE),
                Map.of("Authorization", "Bearer " + key),
                Dialect.FLOWABLE,
                List.of(engine.process(), gateway.process()),
                database));
        subjects.add(Peers.flowable(ground, Database.forPeer(ground, "flowable")));
        subjects.add(Peers.camunda(ground, Database.forPeer(ground, "camunda")));
        return subjects;
    }

    private static Table measure(Work work, List<Subject> subjects) {
        List<Measured> all = subjects.stream().map(Measured::new).toList();
        for (Subject subject : subjects) Load.run(CLIENTS, WARM_UP, subject, client -> work.of(subject, client));
        for (int round = 0; round < ROUNDS; round++) {
            for (Measured one : all) {
                one.runs().add(Load.run(CLIENTS, ROUND, one.subject(), client -> work.of(one.subject(), client)));
            }
        }
        Table table = new Table(
                "",
                "a second",
                "to stock",
                "p50 ms",
                "p99 ms",
                "server CPU ms each",
                "to stock",
                "database CPU ms each");
        Measured stock = all.get(STOCK);
        for (Measured one : all) {
            table.row(
                    one.subject().name(),
                    one.spread(Load.Result::perSecond),
                    one.times(stock, Load.Result::perSecond),
                    one.figure(run -> run.percentile(50)),
                    one.figure(run -> run.percentile(99)),
                    one.figure(Load.Result::serverCpuMillis),
                    one.times(stock, Load.Result::serverCpuMillis),
                    one.figure(Load.Result::databaseCpuMillis));
        }
        return table;
    }
}
