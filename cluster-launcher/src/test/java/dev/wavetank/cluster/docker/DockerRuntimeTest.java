package dev.wavetank.cluster.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Frame;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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
            assertThat(engine.getHostConfig().getMemorySwap())
                    .isEqualTo(engine.getHostConfig().getMemory());
            assertThat(engine.getHostConfig().getPidsLimit()).isEqualTo(512);
            assertThat(engine.getHostConfig().getPrivileged()).isFalse();
            assertThat(engine.getHostConfig().getTmpFs()).containsOnlyKeys("/tmp");
            assertThat(engine.getMounts())
                    .as("volumes of the cluster's own, nothing of this machine")
                    .isNotEmpty()
                    .allMatch(mount -> String.valueOf(mount.getName()).startsWith("wavetank-" + cluster.id()));
            assertThat(engine.getNetworkSettings().getPorts().getBindings().values())
                    .allSatisfy(bindings -> assertThat(bindings)
                            .allMatch(binding -> binding.getHostIp().equals("127.0.0.1")));
            confinementHolds(docker, engine.getId());
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

    /// What a program that has taken over a node finds.
    private static void confinementHolds(DockerClient docker, String container) throws Exception {
        assertThat(inside(docker, container, "id -u; id -g")).isEqualTo("10001\n10001\n");
        assertThat(inside(docker, container, "grep -E 'Cap(Prm|Eff|Bnd)|NoNewPrivs|Seccomp:' /proc/self/status"))
                .contains("CapPrm:\t0000000000000000")
                .contains("CapEff:\t0000000000000000")
                .contains("CapBnd:\t0000000000000000")
                .contains("NoNewPrivs:\t1")
                .contains("Seccomp:\t2");
        for (String place :
                List.of("/x", "/opt/wavetank/lib/x", "/opt/java/x", "/bin/x", "/etc/x", "/run/wavetank/x")) {
            assertThat(inside(docker, container, "echo x > " + place + " && echo written"))
                    .as(place)
                    .doesNotContain("written");
        }
        assertThat(inside(docker, container, "echo x > /tmp/x && echo written")).contains("written");
        assertThat(inside(docker, container, "ls /var/run/docker.sock /run/docker.sock /host /home /root"))
                .doesNotContain("docker.sock\n");
        assertThat(inside(docker, container, "ls /run/wavetank")).doesNotContain("admin");
        assertThat(inside(docker, container, "cat /proc/1/environ"))
                .contains("WAVETANK_DB_PASSWORD_FILE=/run/wavetank/");
    }

    private static String inside(DockerClient docker, String container, String command) throws Exception {
        String exec = docker.execCreateCmd(container)
                .withCmd("/bin/busybox", "sh", "-c", command)
                .withAttachStdout(true)
                .exec()
                .getId();
        StringBuilder said = new StringBuilder();
        try (var reading = new ResultCallback.Adapter<Frame>() {
            @Override
            public void onNext(Frame frame) {
                said.append(new String(frame.getPayload(), StandardCharsets.UTF_8));
            }
        }) {
            docker.execStartCmd(exec).exec(reading);
            assertThat(reading.awaitCompletion(30, TimeUnit.SECONDS))
                    .as(command)
                    .isTrue();
        }
        return said.toString();
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
                    new ClusterSpec("ports", 1, 1, DatabaseSpec.H2, Sizes.DEFAULT, taken.getLocalPort(), true, false);

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
