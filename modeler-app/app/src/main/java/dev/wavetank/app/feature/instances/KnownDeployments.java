package dev.wavetank.app.feature.instances;

import dev.wavetank.app.document.Deployment;
import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.app.document.Workspace;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.ui.Tasks;
import dev.wavetank.app.workbench.ConnectedCluster;
import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.ProcessDefinition;
import dev.wavetank.core.bpmn.BpmnType;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Recognises a diagram that the cluster runs already, because it was deployed from elsewhere or before this
/// window joined: by the ids of its processes, in the first tenant that has them, in their newest version. Such a
/// diagram shows live counts and can start instances without being deployed again.
public final class KnownDeployments {
    private static final Logger LOG = LoggerFactory.getLogger(KnownDeployments.class);

    private final Workspace workspace;
    private final ConnectedCluster connected;
    private final Tasks tasks;
    private final Messages messages;

    public KnownDeployments(Workspace workspace, ConnectedCluster connected, Tasks tasks, Messages messages) {
        this.workspace = workspace;
        this.connected = connected;
        this.tasks = tasks;
        this.messages = messages;
    }

    /// Looks whenever a cluster is joined or another diagram comes to the front.
    public void watch() {
        connected.property().subscribe(this::look);
        workspace.activeProperty().subscribe(this::look);
    }

    private void look() {
        Optional<DocumentSession> active = workspace.activeSession();
        Optional<Cluster> cluster = connected.current();
        if (active.isEmpty()
                || cluster.isEmpty()
                || active.get().deploymentProperty().get().isPresent()) {
            return;
        }
        DocumentSession document = active.get();
        Set<String> processes = document.diagram().elements().stream()
                .filter(element -> element.type() == BpmnType.PROCESS)
                .map(element -> element.id().value())
                .collect(Collectors.toSet());
        tasks.submit(
                messages.text("instances.job.known"),
                _ -> find(cluster.get(), processes),
                found -> {
                    boolean still = connected.current().equals(cluster)
                            && document.deploymentProperty().get().isEmpty();
                    if (still && found.isPresent()) {
                        document.deploymentProperty().set(found);
                    }
                },
                failure -> LOG.debug("What the cluster runs is not known", failure));
    }

    private static Optional<Deployment> find(Cluster cluster, Set<String> processes) throws ClusterException {
        for (String tenant : cluster.gateway().tenants()) {
            Collection<ProcessDefinition> newest = newest(cluster.gateway().definitions(tenant), processes);
            if (!newest.isEmpty()) {
                return Optional.of(new Deployment(tenant, List.copyOf(newest)));
            }
        }
        return Optional.empty();
    }

    private static Collection<ProcessDefinition> newest(List<ProcessDefinition> all, Set<String> processes) {
        Map<String, ProcessDefinition> byKey = new HashMap<>();
        all.stream()
                .filter(definition -> processes.contains(definition.key()))
                .sorted(Comparator.comparingInt(ProcessDefinition::version))
                .forEach(definition -> byKey.put(definition.key(), definition));
        return byKey.values();
    }
}
