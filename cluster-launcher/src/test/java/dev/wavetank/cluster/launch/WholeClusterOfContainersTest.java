package dev.wavetank.cluster.launch;

import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.LauncherSettings;
import dev.wavetank.cluster.api.RuntimeKind;
import dev.wavetank.cluster.docker.DockerMess;
import dev.wavetank.cluster.testing.NothingLeft;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("docker")
class WholeClusterOfContainersTest extends WholeCluster {
    private static final LauncherSettings SETTINGS = freshSettings();

    @RegisterExtension
    final NothingLeft nothingLeft = new NothingLeft(SETTINGS.state(), DockerMess.of(SETTINGS));

    @Override
    RuntimeKind runtime() {
        return RuntimeKind.DOCKER;
    }

    @Override
    List<String> told(Cluster cluster) throws Exception {
        return DockerMess.told(cluster);
    }

    @Override
    LauncherSettings settings() {
        return SETTINGS;
    }
}
