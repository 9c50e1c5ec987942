package dev.wavetank.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The machine that is measured on.
final class Machine {
    private Machine() {}

    static String describe() {
        String model = read("/proc/cpuinfo")
                .lines()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
        long kib = Long.parseLong(read("/proc/meminfo")
                .lines()
                .filter(line -> line.startsWith("MemTotal"))
                .findFirst()
                .orElse("0")
                .replaceAll("\\D+", ""));
        return Runtime.getRuntime().availableProcessors() + " cores (" + model + "), " + kib / (1024 * 1024)
                + " GiB, Java " + Runtime.version();
    }

    /// Runnable threads over the last minute.
    static double load() {
        return Double.parseDouble(read("/proc/loadavg").split(" ")[0]);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
