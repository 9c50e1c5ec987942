package dev.wavetank.cluster.launch;

import dev.wavetank.cluster.api.LauncherSettings;
import dev.wavetank.cluster.api.RuntimeKind;
import dev.wavetank.cluster.testing.NothingLeft;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class UpkeepUnderLoadOfProcessesTest extends UpkeepUnderLoad {
    private static final LauncherSettings SETTINGS = WholeCluster.freshSettings();

    @RegisterExtension
    final NothingLeft nothingLeft = new NothingLeft(SETTINGS.state(), List::of);

    @Override
    RuntimeKind runtime() {
        return RuntimeKind.PROCESS;
    }

    @Override
    LauncherSettings settings() {
        return SETTINGS;
    }
}
