package dev.wavetank.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateDirectoryTest {
    private static final Path HOME = Path.of("/home/ada");

    @Test
    void followsThePlatform() {
        assertThat(StateDirectory.of(Map.of(), "Linux", HOME).path()).isEqualTo(HOME.resolve(".local/state/wavetank"));
        assertThat(StateDirectory.of(Map.of("XDG_STATE_HOME", "/x"), "Linux", HOME)
                        .path())
                .isEqualTo(Path.of("/x/wavetank"));
        assertThat(StateDirectory.of(Map.of(), "Mac OS X", HOME).path())
                .isEqualTo(HOME.resolve("Library/Application Support/Wavetank"));
        assertThat(StateDirectory.of(Map.of("LOCALAPPDATA", "/local"), "Windows 11", HOME)
                        .path())
                .isEqualTo(Path.of("/local/Wavetank"));
    }

    @Test
    void theVariableNamesItOutright() {
        assertThat(StateDirectory.of(Map.of("WAVETANK_STATE", "/s"), "Linux", HOME)
                        .path())
                .isEqualTo(Path.of("/s"));
    }

    @Test
    void withoutADisplayTheSentenceSaysWhatWorks() {
        assertThat(DisplayCheck.problem(Map.of(), "Linux").orElseThrow()).contains("./wavetank demo");
        assertThat(DisplayCheck.problem(Map.of("DISPLAY", ":1"), "Linux")).isEmpty();
        assertThat(DisplayCheck.problem(Map.of(), "Mac OS X")).isEmpty();
    }
}
