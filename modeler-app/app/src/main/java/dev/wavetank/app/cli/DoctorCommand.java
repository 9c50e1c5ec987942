package dev.wavetank.app.cli;

import dev.wavetank.cluster.api.ClusterLauncher;
import dev.wavetank.cluster.api.LauncherSettings;
import dev.wavetank.cluster.api.RuntimeStatus;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

@Command(
        name = "doctor",
        description = "Check whether this machine has what Wavetank needs.",
        footer = {"", "Exit code: 0 all is well, 1 something is missing."})
final class DoctorCommand implements Callable<Integer> {
    private static final long GIBIBYTE = 1L << 30;
    /// Two gateways, two engines and a database need about 1 GiB; the desktop and the build want the rest.
    private static final long MEMORY_WANTED = 2 * GIBIBYTE;

    private static final long DISK_WANTED = 2 * GIBIBYTE;

    private record Finding(boolean good, String what, String sentence) {}

    private final Terminal terminal;
    private final Supplier<ClusterLauncher> launcher;
    private final LauncherSettings settings;
    private final Map<String, String> environment;

    DoctorCommand(
            Terminal terminal,
            Supplier<ClusterLauncher> launcher,
            LauncherSettings settings,
            Map<String, String> environment) {
        this.terminal = terminal;
        this.launcher = launcher;
        this.settings = settings;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding(true, "Java", Runtime.version() + " in " + settings.javaHome()));
        boolean anyRuntime = false;
        for (RuntimeStatus status : launcher.get().runtimes()) {
            String name = status.kind().name().toLowerCase(Locale.ROOT) + " runtime";
            findings.add(new Finding(status.available(), name, status.sentence()));
            anyRuntime |= status.available();
        }
        findings.add(memory());
        findings.add(disk(settings.state()));
        findings.add(disk(settings.cache()));
        findings.add(ports());
        findings.add(display());
        findings.forEach(this::print);
        boolean broken = !anyRuntime
                || findings.stream().anyMatch(f -> !f.good() && !f.what().endsWith("runtime"));
        terminal.out().println();
        terminal.out()
                .println(
                        broken
                                ? terminal.red("Something is missing, see above.")
                                : terminal.green("This machine has what Wavetank needs."));
        return broken ? ExitCode.BAD_NEWS : ExitCode.OK;
    }

    private void print(Finding finding) {
        terminal.out()
                .println((finding.good() ? terminal.green("ok     ") : terminal.yellow("missing")) + "  "
                        + "%-16s  ".formatted(finding.what()) + finding.sentence());
    }

    private static Finding memory() {
        long free =
                ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                        ? available(system)
                        : 0;
        return new Finding(
                free >= MEMORY_WANTED,
                "memory",
                gibibytes(free) + " free"
                        + (free >= MEMORY_WANTED ? "" : "; a cluster wants " + gibibytes(MEMORY_WANTED)));
    }

    /// On Linux what the kernel would give, page cache included; elsewhere what is unused.
    private static long available(com.sun.management.OperatingSystemMXBean system) {
        try {
            Path table = Path.of("/proc/meminfo");
            if (Files.exists(table)) {
                for (String line : Files.readAllLines(table)) {
                    if (line.startsWith("MemAvailable:")) {
                        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
                    }
                }
            }
        } catch (IOException e) {
            // Asked of the virtual machine instead.
        }
        return system.getFreeMemorySize();
    }

    private static Finding disk(Path folder) {
        Path existing = folder.toAbsolutePath();
        while (existing.getParent() != null && Files.notExists(existing)) {
            existing = existing.getParent();
        }
        try {
            long free = Files.getFileStore(existing).getUsableSpace();
            boolean good = free >= DISK_WANTED && Files.isWritable(existing);
            String why = Files.isWritable(existing)
                    ? "; at least " + gibibytes(DISK_WANTED) + " are wanted"
                    : "; not writable";
            return new Finding(good, "disk", gibibytes(free) + " free for " + folder + (good ? "" : why));
        } catch (IOException e) {
            return new Finding(false, "disk", folder + " cannot be used: " + e.getMessage());
        }
    }

    private static Finding ports() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Finding(true, "ports", "can be opened on 127.0.0.1 (tried " + socket.getLocalPort() + ")");
        } catch (IOException e) {
            return new Finding(false, "ports", "none can be opened on 127.0.0.1: " + e.getMessage());
        }
    }

    private Finding display() {
        Optional<String> display = Optional.ofNullable(environment.get("WAYLAND_DISPLAY"))
                .or(() -> Optional.ofNullable(environment.get("DISPLAY")))
                .filter(name -> !name.isBlank());
        boolean needed = System.getProperty("os.name", "").equals("Linux");
        if (!needed || display.isPresent()) {
            return new Finding(true, "display", display.orElse("the system's own"));
        }
        return new Finding(true, "display", "none; the desktop cannot open here, the commands work");
    }

    private static String gibibytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) GIBIBYTE);
    }
}
