package dev.wavetank.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a process has used, as Linux shows it in `/proc`.
///
/// @param cpu       seconds, user and system, of the whole process so far
/// @param resident  MiB of RSS: shared file mappings count in full
/// @param share     MiB of PSS: shared pages count in part
/// @param anonymous MiB that belong to the process alone and to no file
record Usage(double cpu, double resident, double share, double anonymous) {
    private static final double TICKS = 100;
    private static final int USER_TIME = 11;

    static Usage of(long pid) {
        Path proc = Path.of("/proc", Long.toString(pid));
        try {
            String stat = Files.readString(proc.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double cpu = (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1])) / TICKS;
            List<String> memory = Files.readAllLines(proc.resolve("smaps_rollup"));
            return new Usage(cpu, mib(memory, "Rss:"), mib(memory, "Pss:"), mib(memory, "Anonymous:"));
        } catch (IOException gone) {
            throw new UncheckedIOException("The process " + pid + " has ended", gone);
        }
    }

    /// CPU seconds of all of them; cheap enough to ask in a loop.
    static double cpu(List<ServerProcess> processes) {
        return processes.stream().mapToDouble(ServerProcess::cpu).sum();
    }

    static double cpu(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1])) / TICKS;
        } catch (IOException gone) {
            throw new UncheckedIOException("The process " + pid + " has ended", gone);
        }
    }

    private static double mib(List<String> memory, String field) {
        return memory.stream()
                        .filter(line -> line.startsWith(field))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                        .sum()
                / 1024.0;
    }
}
