package dev.wavetank.cluster.process;

import dev.wavetank.cluster.runtime.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// What Linux tells of a process under `/proc`. Elsewhere every answer is empty.
final class ProcFs {
    /// Processor time there is counted in hundredths of a second on every Linux that Java runs on.
    private static final long NANOS_PER_TICK = 10_000_000;

    private static final int AFTER_NAME_STATE = 0;
    private static final int AFTER_NAME_USER_TIME = 11;
    private static final int AFTER_NAME_SYSTEM_TIME = 12;
    private static final int AFTER_NAME_RESIDENT_PAGES = 21;
    private static final long PAGE = 4096;

    private ProcFs() {}

    /// The state letter: `R` runs, `S` sleeps, `T` is stopped, `Z` has ended and waits to be collected.
    static Optional<Character> state(long pid) {
        return fields(pid).map(fields -> fields[AFTER_NAME_STATE].charAt(0));
    }

    static Optional<Usage> usage(long pid) {
        return fields(pid)
                .map(fields -> new Usage(
                        Duration.ofNanos((Long.parseLong(fields[AFTER_NAME_USER_TIME])
                                        + Long.parseLong(fields[AFTER_NAME_SYSTEM_TIME]))
                                * NANOS_PER_TICK),
                        residentBytes(pid).orElseGet(() -> Long.parseLong(fields[AFTER_NAME_RESIDENT_PAGES]) * PAGE)));
    }

    /// The name in the second field may hold blanks and brackets, so fields are counted from its end.
    private static Optional<String[]> fields(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return Optional.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
        } catch (IOException | RuntimeException gone) {
            return Optional.empty();
        }
    }

    /// `VmRSS` is exact where the counter in `stat` lags behind.
    private static Optional<Long> residentBytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .findFirst()
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024);
        } catch (IOException | RuntimeException gone) {
            return Optional.empty();
        }
    }
}
