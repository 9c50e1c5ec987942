package dev.wavetank.cluster.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Capability;
import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.ClusterLauncher;
import dev.wavetank.cluster.api.ClusterSpec;
import dev.wavetank.cluster.api.Clusters;
import dev.wavetank.cluster.api.LauncherSettings;
import dev.wavetank.cluster.api.Progress;
import dev.wavetank.cluster.api.RuntimeKind;
import dev.wavetank.cluster.runtime.ClusterRuntimeContract;
import dev.wavetank.cluster.testing.NothingLeft;
import dev.wavetank.cluster.testing.StandInProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("docker")
class DockerRuntimeTest extends ClusterRuntimeContract {
    private static final LauncherSettings SETTINGS = settings();
    private static final ClusterLauncher LAUNCHER = Clusters.launcher(SETTINGS);

    @RegisterExtension
    final NothingLeft nothingLeft = new NothingLeft(SETTINGS.state(), DockerRuntimeTest::leftInTheEngine);

    @Override
    protected RuntimeKind kind() {
        return RuntimeKind.DOCKER;
    }

    @Override
    protected ClusterLauncher launcher() {
        return LAUNCHER;
    }

    @Test
    void containersAreConfinedAndCarryNoSecretInTheirDescription() throws Exception {
        ClusterSpec spec =
                ClusterSpec.DEFAULT.withName("confined").withGateways(1).withEngines(1);
        try (Cluster cluster = LAUNCHER.start(spec, RuntimeKind.DOCKER, Progress.NONE, CancelToken.never());
                DockerClient docker = docker()) {
            var engine = docker.inspectContainerCmd("wavetank-" + cluster.id() + "-engine-1")
                    .exec();

            assertThat(engine.getConfig().getUser()).isEqualTo("10001:10001");
            assertThat(engine.getHostConfig().getReadonlyRootfs()).isTrue();
            assertThat(engine.getHostConfig().getCapDrop()).containsExactly(Capability.ALL);
            assertThat(engine.getHostConfig().getSecurityOpts()).containsExactly("no-new-privileges");
            assertThat(engine.getHostConfig().getMemory())
                    .isEqualTo(spec.sizes().engine().memory() * 1024L * 1024L);
            assertThat(engine.getNetworkSettings().getPorts().getBindings().values())
                    .allSatisfy(bindings -> assertThat(bindings)
                            .allMatch(binding -> binding.getHostIp().equals("127.0.0.1")));
            String key = Files.readString(cluster.adminKeyFile());
            String secret = Files.readString(cluster.adminKeyFile().resolveSibling("cluster"));
            for (String node : List.of("database", "gateway-1", "engine-1")) {
                var container = docker.inspectContainerCmd("wavetank-" + cluster.id() + "-" + node)
                        .exec();
                assertThat(container.getRawValues().toString()
                                + List.of(container.getConfig().getEnv())
                                + List.of(container.getArgs()))
                        .doesNotContain(key)
                        .doesNotContain(secret);
            }
        }
    }

    @Test
    void theImageIsBuiltOnce() throws Exception {
        List<String> sentences = new ArrayList<>();
        LAUNCHER.prepare(RuntimeKind.DOCKER, Progress.NONE, CancelToken.never());

        LAUNCHER.prepare(RuntimeKind.DOCKER, (fraction, sentence) -> sentences.add(sentence), CancelToken.never());

        assertThat(sentences).noneMatch(sentence -> sentence.contains("Building"));
    }

    private static List<String> leftInTheEngine() {
        try (DockerClient docker = docker()) {
            String home = Labels.home(SETTINGS.state().resolve("clusters"));
            return new DockerCleanup(docker)
                    .clusters(home).stream()
                            .map(cluster -> "Docker objects of " + cluster)
                            .toList();
        } catch (IOException | dev.wavetank.cluster.api.ClusterException e) {
            throw new AssertionError(e);
        }
    }

    private static DockerClient docker() throws dev.wavetank.cluster.api.ClusterException {
        return new DockerConnection(Optional.empty()).connect().client();
    }

    private static LauncherSettings settings() {
        try {
            Path folder = Files.createTempDirectory("wavetank-docker-");
            return new LauncherSettings(
                    folder.resolve("state"),
                    LauncherSettings.fromEnvironment().cache(),
                    Optional.of(StandInProgram.packInto(folder)),
                    Optional.empty(),
                    Path.of(System.getProperty("java.home")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
