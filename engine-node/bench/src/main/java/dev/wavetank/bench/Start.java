package dev.wavetank.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// What a node costs to start, and what it holds at rest, started as the launcher starts it.
final class Start {
    private static final int REPEATS = 5;
    private static final Duration REST = Duration.ofSeconds(2);

    private Start() {}

    /// One start.
    ///
    /// @param cpu seconds until it said that it is ready
    private record Run(double cpu, Usage usage) {}

    static void run(Ground ground) {
        Path cache = cache(ground);
        Tank tank = Tank.open(ground, "start");
        List<Run> engines = new ArrayList<>();
        List<Run> gateways = new ArrayList<>();
        List<Run> without = new ArrayList<>();
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            engines.add(once(tank, "engine", repeat, "-Xmx160m", "-XX:AOTCache=" + cache));
            gateways.add(once(tank, "gateway", repeat, "-Xmx96m", "-Xmn8m"));
            without.add(once(tank, "engine", repeat + REPEATS, "-Xmx160m"));
        }
        Table table =
                new Table("", "CPU s until ready", "resident MiB", "goal", "information: PSS MiB", "anonymous MiB");
        row(table, "engine", engines, "2.5 s, 220 MB");
        row(table, "gateway", gateways, "2.5 s, 100 MB");
        row(table, "engine without its ahead-of-time cache", without, "");
        table.print("Start: " + REPEATS + " starts each, medians");
    }

    private static void row(Table table, String name, List<Run> runs, String goal) {
        table.row(
                name,
                Figures.spread(runs, Run::cpu),
                Figures.spread(runs, run -> run.usage().resident()),
                goal,
                Table.number(Figures.median(runs, run -> run.usage().share())),
                Table.number(Figures.median(runs, run -> run.usage().anonymous())));
    }

    private static Run once(Tank tank, String role, int repeat, String... options) {
        Tank.Node node = tank.start(role + "-" + repeat, role, options);
        try (ServerProcess process = node.process()) {
            double cpu = process.cpu();
            long until = System.nanoTime() + REST.toNanos();
            while (System.nanoTime() < until) LockSupport.parkNanos(until - System.nanoTime());
            return new Run(cpu, process.usage());
        }
    }

    /// Made with the options of the later starts, else Java ignores it without a word.
    private static Path cache(Ground ground) {
        Path cache = ground.folder().resolve("node.aot");
        List<String> command = new ArrayList<>(List.of(ground.java()));
        command.addAll(ground.jvm());
        command.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-cp", Tank.library(ground), Tank.MAIN, "train"));
        try (ServerProcess rehearsal = ServerProcess.start("train", ground.folder(), command, Map.of(), "")) {
            rehearsal.awaitEnd();
        } catch (InterruptedException | IOException failed) {
            throw new IllegalStateException(failed.getMessage(), failed);
        }
        if (!Files.isRegularFile(cache)) throw new IllegalStateException("The rehearsal made no cache");
        return cache;
    }
}
