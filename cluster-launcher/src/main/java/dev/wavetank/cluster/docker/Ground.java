package dev.wavetank.cluster.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Volume;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.Role;
import dev.wavetank.cluster.image.ImageLayout;
import dev.wavetank.cluster.image.TarWriter;
import dev.wavetank.cluster.runtime.ClusterFolder;
import dev.wavetank.cluster.runtime.Disk;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What the containers of one cluster stand on: networks, volumes, and the secrets in them.
///
/// Secrets reach the nodes as files in volumes: an environment or a command line can be read by whoever may
/// inspect the container, and a file of this machine belongs to another user than the node's. A container that
/// is never started carries them into the volumes.
final class Ground {
    private final DockerClient docker;
    private final ClusterFolder folder;
    private final Names names;
    private final String image;

    Ground(DockerClient docker, ClusterFolder folder, Names names, String image) {
        this.docker = docker;
        this.folder = folder;
        this.names = names;
        this.image = image;
    }

    void lay() throws ClusterException {
        for (String network : List.of(names.frontNetwork(), names.dataNetwork())) {
            DockerFailures.ask(
                    "Network " + network + " could not be made",
                    () -> docker.createNetworkCmd()
                            .withName(network)
                            .withDriver("bridge")
                            .withLabels(names.labels())
                            .exec());
        }
        List<String> volumes = new ArrayList<>();
        volumes.add(names.dataVolume());
        for (Role role : Role.values()) volumes.add(names.secretsVolume(role));
        for (String volume : volumes) {
            DockerFailures.ask(
                    "Volume " + volume + " could not be made",
                    () -> docker.createVolumeCmd()
                            .withName(volume)
                            .withLabels(names.labels())
                            .exec());
        }
        carrySecrets();
    }

    private void carrySecrets() throws ClusterException {
        String carrier = names.container("carrier");
        List<Bind> binds = new ArrayList<>();
        for (Role role : Role.values()) binds.add(new Bind(names.secretsVolume(role), new Volume(place(role))));
        DockerFailures.ask("The secrets could not be handed over", () -> {
            try (CreateContainerCmd create = docker.createContainerCmd(image)) {
                return create.withName(carrier)
                        .withLabels(names.labels("carrier"))
                        .withHostConfig(
                                HostConfig.newHostConfig().withBinds(binds).withNetworkMode("none"))
                        .exec();
            }
        });
        for (Role role : Role.values()) {
            byte[] archive = secrets(role);
            DockerFailures.ask(
                    "The secrets could not be handed over",
                    () -> docker.copyArchiveToContainerCmd(carrier)
                            .withRemotePath(place(role))
                            .withTarInputStream(new ByteArrayInputStream(archive))
                            .exec());
        }
        DockerFailures.ask(
                "The secrets could not be handed over",
                () -> docker.removeContainerCmd(carrier).withForce(true).exec());
    }

    private static String place(Role role) {
        return "/" + ImageLayout.SECRETS + "/" + role.word();
    }

    private byte[] secrets(Role role) throws ClusterException {
        TarWriter.Owner nodeAlone = new TarWriter.Owner(ImageLayout.USER, ImageLayout.USER, 0400);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarWriter tar = new TarWriter(out, folder.record().startedAt().getEpochSecond())) {
            for (String secret : names.secrets(role)) tar.file(secret, nodeAlone, folder.secretFile(secret));
        } catch (IOException e) {
            throw Disk.explain("The cluster's secrets could not be read.", folder.path(), e);
        }
        return out.toByteArray();
    }
}
