package dev.wavetank.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `engine-node/bench/run [--postgresql] [--tiers] [--small] [name…]`: without a name, all of them.
public final class Bench {
    /// What every Java server gets, ours and the peers: the options of our nodes that do not depend on the role.
    private static final List<String> JVM = List.of(
            "-XX:+UseSerialGC",
            "-XX:ReservedCodeCacheSize=96m",
            "-Xss512k",
            "-XX:-UsePerfData",
            "-Dfile.encoding=UTF-8");

    private interface Benchmark {
        void run(Ground ground);
    }

    private Bench() {}

    /// @param arguments first the folder `engine-node` of the source tree
    public static void main(String[] arguments) {
        Map<String, Benchmark> all = new LinkedHashMap<>();
        all.put("throughput", Throughput::run);
        all.put("tenants", Tenants::run);
        all.put("isolation", Isolation::run);
        all.put("start", Start::run);
        all.put("failover", Failover::run);
        List<String> names = new ArrayList<>(List.of(arguments));
        Path source = Path.of(names.removeFirst());
        boolean postgresql = names.remove("--postgresql");
        boolean small = names.remove("--small");
        List<String> jvm = new ArrayList<>(JVM);
        if (!names.remove("--tiers")) jvm.add("-XX:TieredStopAtLevel=1");
        if (names.isEmpty()) names.addAll(all.keySet());
        System.out.println("Measured on " + LocalDate.now() + ", " + Machine.describe()
                + (postgresql ? ", PostgreSQL" : ", H2") + ", JVM " + String.join(" ", jvm));
        for (String name : names) {
            Benchmark benchmark = all.get(name);
            if (benchmark == null)
                throw new IllegalArgumentException("There is no benchmark " + name + "; " + all.keySet());
            double before = Machine.load();
            try (Ground ground = Ground.open(source, postgresql, small, jvm)) {
                benchmark.run(ground);
            }
            System.out.println("\nLoad average before and after " + name + ": " + Table.number(before) + ", "
                    + Table.number(Machine.load()) + ".");
        }
    }
}
