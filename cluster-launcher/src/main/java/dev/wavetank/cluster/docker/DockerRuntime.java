package dev.wavetank.cluster.docker;

import com.github.dockerjava.api.DockerClient;
import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.FaultKind;
import dev.wavetank.cluster.api.LauncherSettings;
import dev.wavetank.cluster.api.Progress;
import dev.wavetank.cluster.api.RuntimeKind;
import dev.wavetank.cluster.api.RuntimeStatus;
import dev.wavetank.cluster.image.ImageLayout;
import dev.wavetank.cluster.image.NodeImage;
import dev.wavetank.cluster.runtime.ClusterFolder;
import dev.wavetank.cluster.runtime.ClusterRuntime;
import dev.wavetank.cluster.runtime.NodeHost;
import dev.wavetank.cluster.runtime.NodeProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Nodes as containers of a Docker engine on this machine.
public final class DockerRuntime implements ClusterRuntime {
    private final LauncherSettings settings;
    private final String home;
    private final NodeImage images;
    private final DockerConnection connection;
    private volatile Optional<DockerConnection.Engine> engine = Optional.empty();

    /// @param clusters the folder that holds the clusters' folders
    public DockerRuntime(LauncherSettings settings, Path clusters) {
        this.settings = settings;
        this.home = Labels.home(clusters);
        this.images = new NodeImage(settings.javaHome(), settings.cache());
        this.connection = new DockerConnection(settings.dockerHost());
    }

    @Override
    public RuntimeKind kind() {
        return RuntimeKind.DOCKER;
    }

    @Override
    public RuntimeStatus status() {
        try {
            DockerConnection.Engine found = engine();
            found.client().pingCmd().exec();
            if (!System.getProperty("os.name").equals("Linux")) {
                return new RuntimeStatus(
                        RuntimeKind.DOCKER,
                        false,
                        "Docker " + found.version() + " answers, but the node image is built from a Linux system's"
                                + " files, which this machine has not. Use local processes here.");
            }
            return new RuntimeStatus(
                    RuntimeKind.DOCKER,
                    true,
                    "Docker " + found.version() + " (API " + found.apiVersion() + ") at " + found.host());
        } catch (ClusterException e) {
            return new RuntimeStatus(RuntimeKind.DOCKER, false, String.valueOf(e.getMessage()));
        } catch (RuntimeException gone) {
            engine = Optional.empty();
            return new RuntimeStatus(
                    RuntimeKind.DOCKER,
                    false,
                    "The Docker engine no longer answers. Start Docker, or use local processes, which need none.");
        }
    }

    private synchronized DockerConnection.Engine engine() throws ClusterException {
        if (engine.isEmpty()) engine = Optional.of(connection.connect());
        return engine.get();
    }

    @Override
    public Set<FaultKind> faults() {
        return EnumSet.allOf(FaultKind.class);
    }

    @Override
    public void prepare(Progress progress, CancelToken cancel) throws ClusterException {
        String tag = images.build(NodeProgram.find(settings), new DockerImages(engine().client()), progress, cancel);
        progress.report(1, "The node image is " + tag);
    }

    @Override
    public NodeHost open(ClusterFolder folder) throws ClusterException {
        DockerClient docker = engine().client();
        Names names = new Names(folder.record(), home);
        NodeProgram program = NodeProgram.find(settings);
        String tag = images.tag(program);
        DockerImages store = new DockerImages(docker);
        NodeContainers.ImageUse use =
                new NodeContainers.ImageUse(tag, classPath(program), store.has(tag) && store.hasAotCache(tag));
        return new DockerHost(
                docker, names, new NodeContainers(docker, folder, names, use), new Ground(docker, folder, names, tag));
    }

    private static String classPath(NodeProgram program) {
        return program.jars().stream()
                .map(jar -> "/" + ImageLayout.LIBRARY + "/" + jar.getFileName())
                .collect(Collectors.joining(":"));
    }

    @Override
    public List<String> removeUnknown(Set<String> known) throws ClusterException {
        DockerCleanup cleanup = new DockerCleanup(engine().client());
        List<String> removed = new ArrayList<>();
        Set<String> found =
                DockerFailures.ask("The Docker engine's objects could not be listed", () -> cleanup.clusters(home));
        for (String cluster : found) {
            if (known.contains(cluster)) continue;
            List<String> left = cleanup.remove(cluster, Duration.ZERO);
            removed.add("Docker objects of the cluster " + cluster + " that has no folder any more");
            removed.addAll(left);
        }
        return removed;
    }
}
