package dev.wavetank.cluster.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Network;
import dev.wavetank.cluster.api.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes everything that carries a label: containers, networks, volumes.
final class DockerCleanup {
    private static final Logger LOG = LoggerFactory.getLogger(DockerCleanup.class);

    private final DockerClient docker;

    DockerCleanup(DockerClient docker) {
        this.docker = docker;
    }

    /// @param grace how long containers have to leave in good order; zero ends them at once
    /// @return a sentence for each thing that could not be removed
    List<String> remove(String cluster, Duration grace) {
        List<String> left = Collections.synchronizedList(new ArrayList<>());
        String label = Labels.CLUSTER + "=" + cluster;
        List<Container> containers = list(left, "The containers cannot be listed", () -> containers(label));
        if (!grace.isZero()) {
            stop(containers.stream().filter(container -> !isDatabase(container)).toList(), grace);
            stop(containers.stream().filter(DockerCleanup::isDatabase).toList(), grace);
        }
        together(containers, container -> removeContainer(container, left));
        for (Network network : list(left, "The networks cannot be listed", () -> networks(label))) {
            attempt(
                    left,
                    "Network " + network.getName() + " cannot be removed",
                    () -> docker.removeNetworkCmd(network.getId()).exec());
        }
        for (String volume : list(left, "The volumes cannot be listed", () -> volumes(label))) {
            attempt(
                    left,
                    "Volume " + volume + " cannot be removed",
                    () -> docker.removeVolumeCmd(volume).exec());
        }
        return List.copyOf(left);
    }

    /// The clusters of this user that have anything in the engine.
    Set<String> clusters(String home) {
        String label = Labels.HOME + "=" + home;
        Set<String> clusters = new TreeSet<>();
        containers(label).forEach(container -> add(clusters, container.getLabels()));
        networks(label).forEach(network -> add(clusters, network.getLabels()));
        var volumes = docker.listVolumesCmd()
                .withFilter("label", List.of(label))
                .exec()
                .getVolumes();
        if (volumes != null) volumes.forEach(volume -> add(clusters, volume.getLabels()));
        return clusters;
    }

    private static void add(Set<String> clusters, Map<String, String> labels) {
        String cluster = labels == null ? null : labels.get(Labels.CLUSTER);
        if (cluster != null) clusters.add(cluster);
    }

    private List<Container> containers(String label) {
        return docker.listContainersCmd()
                .withShowAll(true)
                .withFilter("label", List.of(label))
                .exec();
    }

    private List<Network> networks(String label) {
        return docker.listNetworksCmd().withFilter("label", List.of(label)).exec();
    }

    private List<String> volumes(String label) {
        var volumes = docker.listVolumesCmd()
                .withFilter("label", List.of(label))
                .exec()
                .getVolumes();
        return volumes == null
                ? List.of()
                : volumes.stream().map(volume -> volume.getName()).toList();
    }

    private static boolean isDatabase(Container container) {
        return Role.DATABASE.word().equals(container.getLabels().get(Labels.NODE));
    }

    private void stop(List<Container> containers, Duration grace) {
        together(containers, container -> {
            try {
                if ("running".equals(container.getState())) {
                    docker.stopContainerCmd(container.getId())
                            .withTimeout((int) grace.toSeconds())
                            .exec();
                }
            } catch (RuntimeException e) {
                LOG.debug("Container {} did not stop; it will be removed by force", container.getId(), e);
            }
        });
    }

    private void removeContainer(Container container, List<String> left) {
        attempt(
                left,
                "Container " + String.join(",", container.getNames()) + " cannot be removed",
                () -> docker.removeContainerCmd(container.getId())
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec());
    }

    private static <T> void together(List<T> items, java.util.function.Consumer<T> action) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            items.forEach(item -> threads.submit(() -> action.accept(item)));
        }
    }

    private static void attempt(List<String> left, String sentence, Runnable action) {
        try {
            action.run();
        } catch (NotFoundException goneAlready) {
            LOG.debug("{}: it is gone already", sentence);
        } catch (RuntimeException e) {
            LOG.warn("{}", sentence, e);
            left.add(String.valueOf(DockerFailures.explain(sentence, e).getMessage()));
        }
    }

    private static <T> List<T> list(List<String> left, String sentence, DockerFailures.Request<List<T>> request) {
        List<T> found = new ArrayList<>();
        attempt(left, sentence, () -> found.addAll(request.send()));
        return found;
    }
}
