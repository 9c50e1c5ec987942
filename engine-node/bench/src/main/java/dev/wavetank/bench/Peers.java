package dev.wavetank.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The applications we are compared with, as their vendors assemble them.
final class Peers {
    private static final String H2 = "org.h2.Driver";
    private static final String POOL = "--spring.datasource.hikari.maximum-pool-size=";

    private Peers() {}

    static Subject flowable(Ground ground, Database database, String... arguments) {
        return sized(ground, database, "256m", arguments);
    }

    private static Subject sized(Ground ground, Database database, String heap, String... arguments) {
        int port = Ground.freePort();
        ServerProcess process = start(
                ground,
                "flowable-" + port,
                ground.source().resolve("peer/target"),
                "dev.wavetank.peer.Peer",
                database,
                port,
                heap,
                arguments);
        return new Subject(
                "stock Flowable REST 7.2.0",
                URI.create("http://127.0.0.1:" + port + Tank.SERVICE),
                Map.of(),
                Dialect.FLOWABLE,
                List.of(process),
                List.of(database.process()));
    }

    /// For one tenant, as small as it runs well.
    static Subject alone(Ground ground, Database database) {
        return sized(ground, database, "96m", POOL + "2");
    }

    static Subject camunda(Ground ground, Database database) {
        int port = Ground.freePort();
        ServerProcess process = start(
                ground,
                "camunda-" + port,
                ground.source().resolve("peer-camunda/target"),
                "dev.wavetank.peer.camunda.CamundaPeer",
                database,
                port,
                "256m");
        return new Subject(
                "Camunda 7.24.0 REST",
                URI.create("http://127.0.0.1:" + port + "/engine-rest"),
                Map.of(),
                Dialect.CAMUNDA,
                List.of(process),
                List.of(database.process()));
    }

    private static ServerProcess start(
            Ground ground,
            String name,
            Path target,
            String main,
            Database database,
            int port,
            String heap,
            String... arguments) {
        List<String> command = new ArrayList<>(List.of(ground.java()));
        command.addAll(ground.jvm());
        try {
            command.addAll(List.of(
                    "-Xmx" + heap,
                    "-cp",
                    target.resolve("classes") + ":"
                            + Files.readString(target.resolve("peer.classpath")).strip(),
                    main));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        command.addAll(List.of(
                "--server.port=" + port,
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + Ground.USER,
                "--spring.datasource.password=" + Ground.PASSWORD,
                "--spring.datasource.driver-class-name="
                        + (database.url().startsWith("jdbc:h2:") ? H2 : "org.postgresql.Driver")));
        if (arguments.length == 0 || !arguments[0].startsWith(POOL)) command.add(POOL + "12");
        command.addAll(List.of(arguments));
        return ground.start(name, command, Map.of(), "Started ");
    }
}
