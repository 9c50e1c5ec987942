package dev.wavetank.cluster.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Capability;
import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.ClusterLauncher;
import dev.wavetank.cluster.api.ClusterSpec;
import dev.wavetank.cluster.api.Clusters;
import dev.wavetank.cluster.api.DatabaseSpec;
import dev.wavetank.cluster.api.LauncherSettings;
import dev.wavetank.cluster.api.Progress;
import dev.wavetank.cluster.api.RuntimeKind;
import dev.wavetank.cluster.api.Sizes;
import dev.wavetank.cluster.runtime.ClusterRuntimeContract;
import dev.wavetank.cluster.testing.NothingLeft;
import dev.wavetank.cluster.testing.StandInProgram;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("docker")
class DockerRuntimeTest extends ClusterRuntimeContract {
    private static final LauncherSettings SETTINGS = StandInProgram.settings();
    private static final ClusterLauncher LAUNCHER = Clusters.launcher(SETTINGS);

    @RegisterExtension
    final NothingLeft nothingLeft = new NothingLeft(SETTINGS.state(), DockerMess.of(SETTINGS));

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
                DockerClient docker = DockerMess.docker()) {
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

    @Test
    void theSweepRemovesMarkedObjectsWhoseClusterHasNoFolder() throws Exception {
        DockerMess.make(SETTINGS, "lost-000000");

        List<String> removed = LAUNCHER.sweep(Progress.NONE);

        assertThat(removed).containsExactly("Docker objects of the cluster lost-000000 that has no folder any more");
    }

    @Test
    void aPortThatAnotherProgramHoldsIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            ClusterSpec spec =
                    new ClusterSpec("ports", 1, 1, DatabaseSpec.H2, Sizes.DEFAULT, taken.getLocalPort(), true);

            assertThatThrownBy(() -> LAUNCHER.start(spec, RuntimeKind.DOCKER, Progress.NONE, CancelToken.never()))
                    .isInstanceOfSatisfying(
                            ClusterException.class,
                            e -> assertThat(e.code()).isEqualTo(ClusterException.Code.PORT_IN_USE))
                    .hasMessageContaining("Port " + taken.getLocalPort());
        }
    }

    @Test
    void withoutAnEngineTheSentenceSaysWhereItWasLookedForAndWhatToDo() {
        LauncherSettings nowhere = new LauncherSettings(
                SETTINGS.state(),
                SETTINGS.cache(),
                SETTINGS.nodeLibrary(),
                Optional.of("unix:///nowhere/docker.sock"),
                SETTINGS.javaHome());

        assertThat(Clusters.launcher(nowhere).runtimes())
                .filteredOn(status -> status.kind() == RuntimeKind.DOCKER)
                .singleElement()
                .satisfies(status -> {
                    assertThat(status.available()).isFalse();
                    assertThat(status.sentence())
                            .startsWith("No Docker engine answers at unix:///nowhere/docker.sock")
                            .contains("use local processes");
                });
        assertThat(Clusters.launcher(nowhere).preferred()).isEqualTo(RuntimeKind.PROCESS);
    }
}
