package dev.wavetank.cluster.process;

import dev.wavetank.cluster.api.ClusterLauncher;
import dev.wavetank.cluster.api.Clusters;
import dev.wavetank.cluster.api.LauncherSettings;
import dev.wavetank.cluster.api.RuntimeKind;
import dev.wavetank.cluster.runtime.ClusterRuntimeContract;
import dev.wavetank.cluster.testing.NothingLeft;
import dev.wavetank.cluster.testing.StandInProgram;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProcessRuntimeTest extends ClusterRuntimeContract {
    private static final LauncherSettings SETTINGS = StandInProgram.settings();
    private static final ClusterLauncher LAUNCHER = Clusters.launcher(SETTINGS);

    @RegisterExtension
    final NothingLeft nothingLeft = new NothingLeft(SETTINGS.state(), List::of);

    @Override
    protected RuntimeKind kind() {
        return RuntimeKind.PROCESS;
    }

    @Override
    protected ClusterLauncher launcher() {
        return LAUNCHER;
    }
}
