package dev.wavetank.cluster.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Version;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.core.RemoteApiVersion;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.ClusterException.Code;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the Docker engine and agrees on a version of its API.
///
/// docker-java does not negotiate: without a version it speaks none, with a fixed one it fails on engines that
/// are older or much newer. So the engine is asked without a version first, and then spoken to in the lower of
/// its version and the highest that docker-java knows.
final class DockerConnection {
    private static final Logger LOG = LoggerFactory.getLogger(DockerConnection.class);
    private static final RemoteApiVersion HIGHEST_KNOWN = RemoteApiVersion.VERSION_1_44;
    private static final Duration ASKING = Duration.ofSeconds(4);
    private static final Duration WORKING = Duration.ofSeconds(60);

    private final Optional<String> configuredHost;

    DockerConnection(Optional<String> configuredHost) {
        this.configuredHost = configuredHost;
    }

    /// @param version  the engine's own, for example `20.10.24`
    /// @param platform `linux` or `windows`
    record Engine(DockerClient client, String host, String version, String apiVersion, String platform) {}

    /// Connects to the first engine that answers.
    ///
    /// @throws ClusterException with code `RUNTIME_UNAVAILABLE`; the sentence says where it was looked for
    Engine connect() throws ClusterException {
        List<String> tried = new ArrayList<>();
        for (String host : candidates()) {
            try {
                return connect(host);
            } catch (RuntimeException noEngine) {
                LOG.debug("No Docker engine at {}", host, noEngine);
                tried.add(host + " (" + reason(noEngine) + ")");
            }
        }
        throw new ClusterException(
                Code.RUNTIME_UNAVAILABLE,
                "No Docker engine answers"
                        + (tried.isEmpty() ? "" : " at " + String.join(", ", tried))
                        + ". Start Docker, or use local processes, which need none.");
    }

    private List<String> candidates() {
        if (configuredHost.isPresent()) return List.of(configuredHost.get());
        if (System.getProperty("os.name").startsWith("Windows")) return List.of("npipe:////./pipe/docker_engine");
        List<String> sockets = new ArrayList<>(
                List.of("/var/run/docker.sock", System.getProperty("user.home") + "/.docker/run/docker.sock"));
        String runtimeFolder = System.getenv("XDG_RUNTIME_DIR");
        if (runtimeFolder != null) sockets.add(runtimeFolder + "/docker.sock");
        List<String> there = sockets.stream()
                .filter(socket -> Files.exists(Path.of(socket)))
                .map(socket -> "unix://" + socket)
                .toList();
        return there.isEmpty() ? List.of("unix:///var/run/docker.sock") : there;
    }

    private static Engine connect(String host) {
        Version version;
        DockerClient asking = client(host, Optional.empty(), ASKING);
        try {
            version = asking.versionCmd().exec();
        } finally {
            close(asking);
        }
        String apiVersion = lower(version.getApiVersion());
        return new Engine(
                client(host, Optional.of(apiVersion), WORKING),
                host,
                String.valueOf(version.getVersion()),
                apiVersion,
                String.valueOf(version.getOperatingSystem()));
    }

    private static String lower(String engines) {
        RemoteApiVersion theirs = RemoteApiVersion.parseConfig(engines);
        return (HIGHEST_KNOWN.isGreaterOrEqual(theirs) ? theirs : HIGHEST_KNOWN).getVersion();
    }

    private static DockerClient client(String host, Optional<String> apiVersion, Duration patience) {
        DefaultDockerClientConfig.Builder builder =
                DefaultDockerClientConfig.createDefaultConfigBuilder().withDockerHost(host);
        apiVersion.ifPresent(builder::withApiVersion);
        DockerClientConfig config = builder.build();
        return DockerClientImpl.getInstance(
                config,
                new ZerodepDockerHttpClient.Builder()
                        .dockerHost(config.getDockerHost())
                        .sslConfig(config.getSSLConfig())
                        .connectionTimeout(ASKING)
                        .responseTimeout(patience)
                        .maxConnections(100)
                        .build());
    }

    private static void close(DockerClient client) {
        try {
            client.close();
        } catch (java.io.IOException e) {
            LOG.debug("A connection to the Docker engine did not close well", e);
        }
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) root = root.getCause();
        String text = String.valueOf(root.getMessage());
        if (text.contains("Permission denied")) return "you may not use it: join the group docker";
        if (text.contains("No such file")) return "there is no such socket";
        return text;
    }
}
