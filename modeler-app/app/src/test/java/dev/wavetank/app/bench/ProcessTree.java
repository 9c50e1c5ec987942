package dev.wavetank.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// A process and all that it started, as Linux tells of them in `/proc`.
record ProcessTree(ProcessHandle root) {
    private static final double MILLIS_PER_TICK = 10;

    private List<ProcessHandle> all() {
        return Stream.concat(Stream.of(root), root.descendants()).toList();
    }

    /// CPU of all threads since their start, children that ended and were waited for included.
    double cpuMillis() {
        double ticks = 0;
        for (ProcessHandle process : all()) {
            String stat = read(process, "stat");
            String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
            for (int field = 11; stat.length() > 0 && field <= 14; field++) {
                ticks += Long.parseLong(fields[field]);
            }
        }
        return ticks * MILLIS_PER_TICK;
    }

    /// Memory in MB, what several of the processes share counted once.
    double pssMegabytes() {
        return megabytes("Pss:");
    }

    double rssMegabytes() {
        return megabytes("Rss:");
    }

    private double megabytes(String field) {
        return all().stream()
                        .flatMap(process -> read(process, "smaps_rollup").lines())
                        .filter(line -> line.startsWith(field))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / 1024.0;
    }

    /// Waits until the processes have nothing more to do in the background.
    void settle() throws InterruptedException {
        int calm = 0;
        for (int waited = 0; calm < 2 && waited < 60; waited++) {
            double before = cpuMillis();
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            calm = cpuMillis() - before <= 30 ? calm + 1 : 0;
        }
    }

    /// One that ended meanwhile has nothing to tell.
    private static String read(ProcessHandle process, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), file));
        } catch (IOException gone) {
            return "";
        }
    }
}
