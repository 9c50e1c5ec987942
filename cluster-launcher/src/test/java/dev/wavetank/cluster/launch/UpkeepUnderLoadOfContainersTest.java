package dev.wavetank.cluster.launch;

import dev.wavetank.cluster.api.LauncherSettings;
import dev.wavetank.cluster.api.RuntimeKind;
import dev.wavetank.cluster.docker.DockerMess;
import dev.wavetank.cluster.testing.NothingLeft;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("docker")
class UpkeepUnderLoadOfContainersTest extends UpkeepUnderLoad {
    private static final LauncherSettings SETTINGS = WholeCluster.freshSettings();

    @RegisterExtension
    final NothingLeft nothingLeft = new NothingLeft(SETTINGS.state(), DockerMess.of(SETTINGS));

    @Override
    RuntimeKind runtime() {
        return RuntimeKind.DOCKER;
    }

    @Override
    LauncherSettings settings() {
        return SETTINGS;
    }
}
