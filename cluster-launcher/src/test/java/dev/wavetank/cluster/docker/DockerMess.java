package dev.wavetank.cluster.docker;

import com.github.dockerjava.api.DockerClient;
import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.LauncherSettings;
import dev.wavetank.cluster.api.NodeState;
import dev.wavetank.cluster.testing.NothingLeft;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks into the Docker engine past the launcher.
public final class DockerMess {
    private DockerMess() {}

    /// What launchers with these settings left in the engine.
    public static NothingLeft.More of(LauncherSettings settings) {
        return () -> {
            try (DockerClient docker = docker()) {
                return new DockerCleanup(docker)
                        .clusters(Labels.home(settings.state().resolve("clusters"))).stream()
                                .map(cluster -> "Docker objects of " + cluster)
                                .toList();
            } catch (IOException | ClusterException e) {
                throw new AssertionError(e);
            }
        };
    }

    /// Leaves a network and a volume with our mark, whose cluster has no folder.
    static void make(LauncherSettings settings, String cluster) throws IOException, ClusterException {
        Map<String, String> labels = Map.of(
                Labels.CLUSTER,
                cluster,
                Labels.HOME,
                Labels.home(settings.state().resolve("clusters")));
        try (DockerClient docker = docker()) {
            docker.createNetworkCmd()
                    .withName("wavetank-" + cluster + "-front")
                    .withLabels(labels)
                    .exec();
            docker.createVolumeCmd()
                    .withName("wavetank-" + cluster + "-database")
                    .withLabels(labels)
                    .exec();
        }
    }

    static DockerClient docker() throws ClusterException {
        return new DockerConnection(Optional.empty()).connect().client();
    }

    /// What the engine tells of a cluster's containers and of their image to whoever asks.
    public static List<String> told(Cluster cluster) throws Exception {
        List<String> told = new ArrayList<>();
        try (DockerClient docker = docker()) {
            for (NodeState node : cluster.nodes()) {
                String container = "wavetank-" + cluster.id() + "-" + node.id();
                var seen = docker.inspectContainerCmd(container).exec();
                told.add(seen.getRawValues()
                        + Arrays.toString(seen.getConfig().getEnv())
                        + Arrays.toString(seen.getArgs())
                        + seen.getConfig()
                        + seen.getHostConfig());
                told.add(Arrays.deepToString(
                        docker.topContainerCmd(container).exec().getProcesses()));
                var image = docker.inspectImageCmd(seen.getImageId()).exec();
                told.add(
                        image.getRawValues() + Arrays.toString(image.getConfig().getEnv()));
            }
        }
        return told;
    }
}
