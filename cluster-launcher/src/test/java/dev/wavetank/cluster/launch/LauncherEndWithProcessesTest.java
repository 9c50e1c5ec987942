package dev.wavetank.cluster.launch;

import dev.wavetank.cluster.api.LauncherSettings;
import dev.wavetank.cluster.api.RuntimeKind;
import dev.wavetank.cluster.testing.NothingLeft;
import dev.wavetank.cluster.testing.StandInProgram;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;

class LauncherEndWithProcessesTest extends LauncherEnd {
    private static final LauncherSettings SETTINGS = StandInProgram.settings();

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
