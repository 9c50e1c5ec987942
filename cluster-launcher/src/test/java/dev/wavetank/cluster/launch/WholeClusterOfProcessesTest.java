package dev.wavetank.cluster.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.LauncherSettings;
import dev.wavetank.cluster.api.NodeState;
import dev.wavetank.cluster.api.RuntimeKind;
import dev.wavetank.cluster.testing.NothingLeft;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class WholeClusterOfProcessesTest extends WholeCluster {
    private static final LauncherSettings SETTINGS = freshSettings();

    @RegisterExtension
    final NothingLeft nothingLeft = new NothingLeft(SETTINGS.state(), List::of);

    @Override
    RuntimeKind runtime() {
        return RuntimeKind.PROCESS;
    }

    /// Command line and environment of each process.
    @Override
    List<String> told(Cluster cluster) throws Exception {
        List<String> told = new ArrayList<>();
        for (NodeState node : cluster.nodes()) {
            Path pidFile =
                    cluster.adminKeyFile().getParent().resolveSibling("run").resolve(node.id() + ".pid");
            Path process = Path.of("/proc", Files.readString(pidFile).split(" ")[0]);
            String environment = Files.readString(process.resolve("environ"));
            assertThat(environment).contains("WAVETANK_NODE=" + node.id());
            told.add(environment.replace('\0', '\n'));
            told.add(Files.readString(process.resolve("cmdline")).replace('\0', ' '));
        }
        return told;
    }

    @Override
    LauncherSettings settings() {
        return SETTINGS;
    }
}
