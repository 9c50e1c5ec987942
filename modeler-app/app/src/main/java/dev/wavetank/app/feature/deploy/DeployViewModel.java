package dev.wavetank.app.feature.deploy;

import dev.wavetank.app.document.Deployment;
import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.app.document.Workspace;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.ui.Tasks;
import dev.wavetank.app.workbench.ConnectedCluster;
import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.DeployResult;
import dev.wavetank.cluster.api.ProcessDefinition;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.validation.Finding;
import dev.wavetank.core.validation.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;

/// Deploys the active document to a tenant of the connected cluster. What the engine rejects becomes findings of
/// the document, so that it is seen where every other finding is.
public final class DeployViewModel {
    public static final String FIRST_TENANT = "default";

    private final Workspace workspace;
    private final ConnectedCluster connected;
    private final Tasks tasks;
    private final Messages messages;
    private final StringProperty tenant = new SimpleStringProperty(FIRST_TENANT);
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final BooleanProperty failed = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");
    private final BooleanBinding possible;

    public DeployViewModel(Workspace workspace, ConnectedCluster connected, Tasks tasks, Messages messages) {
        this.workspace = workspace;
        this.connected = connected;
        this.tasks = tasks;
        this.messages = messages;
        this.possible = Bindings.createBooleanBinding(
                () -> workspace.activeSession().isPresent()
                        && connected.current().isPresent()
                        && !busy.get()
                        && !tenant.get().isBlank(),
                workspace.activeProperty(),
                connected.property(),
                busy,
                tenant);
    }

    /// Whether there is no cluster, or no diagram, to begin with.
    public ObservableBooleanValue missing() {
        return Bindings.createBooleanBinding(
                () -> workspace.activeSession().isEmpty() || connected.current().isEmpty(),
                workspace.activeProperty(),
                connected.property());
    }

    public void deploy() {
        if (!possible.get()) {
            return;
        }
        DocumentSession document = workspace.activeSession().orElseThrow();
        Cluster cluster = connected.current().orElseThrow();
        byte[] content = document.content();
        String name = document.resourceName();
        String into = tenant.get().strip();
        busy.set(true);
        tasks.submit(
                messages.text("deploy.job", name),
                _ -> {
                    cluster.gateway().createTenant(into);
                    return cluster.gateway().deploy(content, name, into);
                },
                result -> {
                    busy.set(false);
                    finish(document, into, result);
                },
                problem -> {
                    busy.set(false);
                    say(true, messages.failure(problem));
                });
    }

    private void finish(DocumentSession document, String into, DeployResult result) {
        switch (result) {
            case DeployResult.Deployed(var _, List<ProcessDefinition> definitions) -> {
                document.engineFindings(List.of());
                document.deploymentProperty().set(Optional.of(new Deployment(into, definitions)));
                String names = definitions.stream()
                        .map(definition -> messages.text("deploy.version", definition.key(), definition.version()))
                        .collect(Collectors.joining(", "));
                say(false, messages.text("deploy.done", names, into));
            }
            case DeployResult.Rejected(List<DeployResult.Rejection> rejections) -> {
                document.engineFindings(
                        rejections.stream().map(DeployViewModel::finding).toList());
                say(true, messages.text("deploy.rejected", rejections.size()));
            }
        }
    }

    private static Finding finding(DeployResult.Rejection rejection) {
        return new Finding(
                "engine/" + rejection.code(),
                Severity.ERROR,
                Optional.of(rejection.elementId()).filter(id -> !id.isBlank()).map(ElementId::new),
                rejection.message());
    }

    private void say(boolean bad, String sentence) {
        failed.set(bad);
        outcome.set(sentence);
    }

    public StringProperty tenantProperty() {
        return tenant;
    }

    public BooleanBinding possible() {
        return possible;
    }

    /// The last outcome as a sentence.
    public ReadOnlyStringProperty outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /// Whether the last outcome was a failure or a rejection.
    public BooleanProperty failedProperty() {
        return failed;
    }
}
