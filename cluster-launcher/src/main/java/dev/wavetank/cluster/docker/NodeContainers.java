package dev.wavetank.cluster.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.Volume;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.NodeSize;
import dev.wavetank.cluster.api.Role;
import dev.wavetank.cluster.image.ImageLayout;
import dev.wavetank.cluster.plan.NodePlan;
import dev.wavetank.cluster.runtime.ClusterFolder;
import dev.wavetank.cluster.runtime.NodeCommand;
import dev.wavetank.cluster.runtime.NodeEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Creates the containers of one cluster: without root, without capabilities, with a root file system that
/// cannot be written, with a memory limit.
final class NodeContainers {
    static final int HTTP_PORT = 8080;
    static final int DATABASE_PORT = 9092;
    private static final long MEBIBYTE = 1L << 20;

    private final DockerClient docker;
    private final ClusterFolder folder;
    private final Names names;
    private final ImageUse image;

    /// @param classPath the jars' places in the image
    record ImageUse(String tag, String classPath, boolean aotCache) {}

    NodeContainers(DockerClient docker, ClusterFolder folder, Names names, ImageUse image) {
        this.docker = docker;
        this.folder = folder;
        this.names = names;
        this.image = image;
    }

    void create(NodePlan node) throws ClusterException {
        List<PortBinding> ports = new ArrayList<>(List.of(published(node.port(), HTTP_PORT)));
        List<Bind> volumes = new ArrayList<>(List.of(secrets(node.role())));
        if (node.role() == Role.DATABASE) {
            ports.add(published(node.dataPort(), DATABASE_PORT));
            volumes.add(new Bind(names.dataVolume(), new Volume("/" + ImageLayout.DATA)));
        }
        create(node.id(), node.role().word(), node.scheme(), node.size(), names.networks(node.role()), ports, volumes);
    }

    void createMigration(NodeSize size) throws ClusterException {
        create(
                "migrate",
                "migrate",
                "http",
                size,
                names.networks(Role.ENGINE),
                List.of(),
                List.of(secrets(Role.ENGINE)));
    }

    private void create(
            String id,
            String role,
            String scheme,
            NodeSize size,
            List<String> networks,
            List<PortBinding> ports,
            List<Bind> volumes)
            throws ClusterException {
        NodeEnvironment environment = new NodeEnvironment(
                folder.record().plan(),
                "0.0.0.0",
                Role.DATABASE.word() + ":" + DATABASE_PORT,
                "/" + ImageLayout.SECRETS,
                "/" + ImageLayout.DATA);
        Map<String, String> variables = environment.of(id, role, HTTP_PORT, scheme + "://" + id + ":" + HTTP_PORT);
        List<String> command = NodeCommand.of(
                "java",
                Optional.empty(),
                size,
                image.aotCache() ? Optional.of("/" + ImageLayout.AOT_CACHE) : Optional.empty(),
                image.classPath(),
                role);
        DockerFailures.ask("The container of " + id + " could not be created", () -> {
            try (CreateContainerCmd create = docker.createContainerCmd(image.tag())) {
                // The image's own check asks in plain HTTP; the launcher asks for itself, in either.
                if (scheme.equals("https")) create.withHealthcheck(new HealthCheck().withTest(List.of("NONE")));
                return create.withName(names.container(id))
                        .withHostName(id)
                        .withAliases(id)
                        .withLabels(names.labels(id))
                        .withUser(ImageLayout.USER + ":" + ImageLayout.USER)
                        .withEnv(variables.entrySet().stream()
                                .map(variable -> variable.getKey() + "=" + variable.getValue())
                                .toList())
                        .withCmd(command.subList(1, command.size()))
                        .withExposedPorts(
                                ports.stream().map(PortBinding::getExposedPort).toList())
                        .withHostConfig(confined(size)
                                .withNetworkMode(networks.getFirst())
                                .withPortBindings(ports)
                                .withBinds(volumes))
                        .exec();
            }
        });
        for (String network : networks.subList(1, networks.size())) connect(id, network);
    }

    /// Gives the node its name in the network again: an alias is lost with the connection.
    void connect(String id, String network) throws ClusterException {
        DockerFailures.ask(
                "The container of " + id + " could not be connected",
                () -> docker.connectToNetworkCmd()
                        .withContainerId(names.container(id))
                        .withNetworkId(network)
                        .withContainerNetwork(new ContainerNetwork().withAliases(id))
                        .exec());
    }

    private static HostConfig confined(NodeSize size) {
        return HostConfig.newHostConfig()
                .withReadonlyRootfs(true)
                .withTmpFs(Map.of("/tmp", "rw,nosuid,nodev,size=64m,mode=1777"))
                .withCapDrop(Capability.ALL)
                .withSecurityOpts(List.of("no-new-privileges"))
                .withMemory(size.memory() * MEBIBYTE)
                .withMemorySwap(size.memory() * MEBIBYTE)
                .withPidsLimit(512L)
                .withLogConfig(
                        new LogConfig(LogConfig.LoggingType.JSON_FILE, Map.of("max-size", "20m", "max-file", "2")));
    }

    private static PortBinding published(int hostPort, int containerPort) {
        return new PortBinding(Ports.Binding.bindIpAndPort("127.0.0.1", hostPort), ExposedPort.tcp(containerPort));
    }

    private Bind secrets(Role role) {
        return new Bind(names.secretsVolume(role), new Volume("/" + ImageLayout.SECRETS));
    }
}
