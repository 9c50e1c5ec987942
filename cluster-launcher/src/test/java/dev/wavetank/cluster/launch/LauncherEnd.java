package dev.wavetank.cluster.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.cluster.api.ClusterInfo;
import dev.wavetank.cluster.api.ClusterLauncher;
import dev.wavetank.cluster.api.Clusters;
import dev.wavetank.cluster.api.LauncherSettings;
import dev.wavetank.cluster.api.Progress;
import dev.wavetank.cluster.api.RuntimeKind;
import dev.wavetank.cluster.testing.Eventually;
import dev.wavetank.cluster.testing.LauncherProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// However a launching program ends, nothing of its cluster stays for good. A real program is ended with
/// real signals.
abstract class LauncherEnd {
    @TempDir
    Path folder;

    abstract RuntimeKind runtime();

    abstract LauncherSettings settings();

    @Test
    void ctrlCLeavesNothing() throws Exception {
        Path output = folder.resolve("output");
        Process program = LauncherProgram.start(settings(), runtime(), "interrupted", output);
        awaitLine(program, output, "running ");

        signal("INT", program);

        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Clusters.launcher(settings()).list()).isEmpty();
    }

    @Test
    void ctrlCWhileNodesStartLeavesNothing() throws Exception {
        Path output = folder.resolve("output");
        Process program = LauncherProgram.start(settings(), runtime(), "deaf", output);
        awaitLine(program, output, "Waiting for gateway");

        signal("INT", program);

        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Clusters.launcher(settings()).list()).isEmpty();
    }

    @Test
    void afterAKillOfTheLauncherTheNextSweepRemovesItsCluster() throws Exception {
        Path output = folder.resolve("output");
        Process program = LauncherProgram.start(settings(), runtime(), "orphaned", output);
        awaitLine(program, output, "running ");

        program.destroyForcibly();

        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        ClusterLauncher next = Clusters.launcher(settings());
        assertThat(next.list()).extracting(ClusterInfo::stale).containsExactly(true);
        assertThat(next.sweep(Progress.NONE)).hasSize(1).first().asString().startsWith("The stale cluster orphaned-");
        assertThat(next.list()).isEmpty();
    }

    private static void signal(String name, Process program) throws Exception {
        Process kill = new ProcessBuilder("sh", "-c", "kill -" + name + " " + program.pid()).start();
        assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    private static void awaitLine(Process program, Path output, String begin) throws Exception {
        Eventually.hold("\"" + begin + "\" is printed", () -> {
            if (!program.isAlive()) throw new AssertionError("The program ended: " + Files.readString(output));
            return Files.readAllLines(output).stream().anyMatch(line -> line.startsWith(begin));
        });
    }
}
