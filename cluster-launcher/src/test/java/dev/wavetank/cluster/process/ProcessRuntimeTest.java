package dev.wavetank.cluster.process;

import dev.wavetank.cluster.api.ClusterLauncher;
import dev.wavetank.cluster.api.Clusters;
import dev.wavetank.cluster.api.LauncherSettings;
import dev.wavetank.cluster.api.RuntimeKind;
import dev.wavetank.cluster.runtime.ClusterRuntimeContract;
import dev.wavetank.cluster.testing.NothingLeft;
import dev.wavetank.cluster.testing.StandInProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProcessRuntimeTest extends ClusterRuntimeContract {
    private static final Path FOLDER = temporaryFolder();
    private static final ClusterLauncher LAUNCHER = Clusters.launcher(settings());

    @RegisterExtension
    final NothingLeft nothingLeft = new NothingLeft(FOLDER.resolve("state"), List::of);

    @Override
    protected RuntimeKind kind() {
        return RuntimeKind.PROCESS;
    }

    @Override
    protected ClusterLauncher launcher() {
        return LAUNCHER;
    }

    private static LauncherSettings settings() {
        try {
            return new LauncherSettings(
                    FOLDER.resolve("state"),
                    FOLDER.resolve("cache"),
                    Optional.of(StandInProgram.packInto(FOLDER)),
                    Optional.empty(),
                    Path.of(System.getProperty("java.home")));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("wavetank-process-");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
