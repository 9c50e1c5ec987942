package dev.wavetank.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeSettingsTest {
    @TempDir
    private Path folder;

    @Test
    void anEngineReadsItsSettings() throws Exception {
        NodeSettings settings = NodeSettings.read(Role.ENGINE, engine());

        assertThat(settings.node()).isEqualTo("engine-1");
        assertThat(settings.bind()).isEqualTo("127.0.0.1");
        assertThat(settings.advertise()).isEqualTo(URI.create("http://127.0.0.1:8080"));
        assertThat(settings.takeover()).isTrue();
        assertThat(settings.clusterSecret().matches("sesame")).isTrue();
        assertThat(settings.clusterSecret().matches("")).isFalse();
        assertThat(settings.adminKey().matches("")).isFalse();
    }

    @Test
    void secretsShowThemselvesNowhere() throws Exception {
        assertThat(NodeSettings.read(Role.ENGINE, engine()).toString()).doesNotContain("sesame");
    }

    @Test
    void everyWrongSettingIsNamedAtOnce() {
        assertThatThrownBy(() -> NodeSettings.read(
                        Role.GATEWAY,
                        Map.of(
                                "WAVETANK_NODE", "Engine 1",
                                "WAVETANK_PORT", "80800",
                                "WAVETANK_DB_URL", "jdbc:mysql://x",
                                "WAVETANK_ADVERTISE", "engine-1:80",
                                "WAVETANK_TAKEOVER", "perhaps",
                                "WAVETANK_CLUSTER_SECRET_FILE",
                                        folder.resolve("none").toString())))
                .isInstanceOf(StartRefusedException.class)
                .message()
                .satisfies(message -> assertThat(message.lines()).hasSize(8))
                .contains("WAVETANK_NODE=Engine 1")
                .contains("WAVETANK_PORT=80800")
                .contains("WAVETANK_DB_URL=jdbc:mysql://x")
                .contains("WAVETANK_ADVERTISE=engine-1:80")
                .contains("WAVETANK_TAKEOVER=perhaps")
                .contains("WAVETANK_CLUSTER_SECRET_FILE: the file")
                .contains("WAVETANK_DB_PASSWORD_FILE is not set")
                .contains("WAVETANK_ADMIN_KEY_FILE is not set");
    }

    @Test
    void aMigrationNeedsTheDatabaseOnly() throws Exception {
        Map<String, String> environment = new HashMap<>(engine());
        environment.keySet().retainAll(java.util.Set.of("WAVETANK_DB_URL", "WAVETANK_DB_PASSWORD_FILE"));

        assertThat(NodeSettings.read(Role.MIGRATE, environment).database().url())
                .startsWith("jdbc:h2:tcp");
    }

    @Test
    void theProgramAnswersAWrongCallWithCodeTwo() {
        assertThat(Main.run(new String[] {}, Map.of())).isEqualTo(2);
        assertThat(Main.run(new String[] {"captain"}, Map.of())).isEqualTo(2);
        assertThat(Main.run(new String[] {"engine"}, Map.of())).isEqualTo(2);
    }

    private Map<String, String> engine() throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "sesame\n");
        return Map.of(
                "WAVETANK_NODE", "engine-1",
                "WAVETANK_PORT", "8080",
                "WAVETANK_DB_URL", "jdbc:h2:tcp://127.0.0.1:9092/wavetank",
                "WAVETANK_DB_PASSWORD_FILE", file.toString(),
                "WAVETANK_CLUSTER_SECRET_FILE", file.toString());
    }
}
