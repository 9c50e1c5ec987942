package dev.wavetank.app.feature.instances;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wavetank.app.document.Deployment;
import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.app.document.Workspace;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.ui.Progress;
import dev.wavetank.app.ui.Tasks;
import dev.wavetank.app.workbench.ConnectedCluster;
import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.ProcessDefinition;
import dev.wavetank.cluster.api.StartInstance;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Starts instances of the deployed processes of the active document, with variables written as JSON.
public final class InstancesViewModel {
    private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};

    private final ConnectedCluster connected;
    private final Tasks tasks;
    private final Messages messages;
    private final LiveCounts live;
    private final ObjectMapper json = new ObjectMapper();
    private final ObservableList<ProcessDefinition> definitions = FXCollections.observableArrayList();
    private final ObservableList<ProcessDefinition> definitionsView =
            FXCollections.unmodifiableObservableList(definitions);
    private final ObjectProperty<@Nullable ProcessDefinition> chosen = new SimpleObjectProperty<>();
    private final StringProperty variables = new SimpleStringProperty("{}");
    private final StringProperty businessKey = new SimpleStringProperty("");
    private final IntegerProperty amount = new SimpleIntegerProperty(1);
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final BooleanProperty failed = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");
    private Subscription document = Subscription.EMPTY;
    private String tenant = "";

    public InstancesViewModel(
            Workspace workspace, ConnectedCluster connected, LiveCounts live, Tasks tasks, Messages messages) {
        this.connected = connected;
        this.live = live;
        this.tasks = tasks;
        this.messages = messages;
        workspace.activeProperty().subscribe(_ -> {
            document.unsubscribe();
            document = Subscription.EMPTY;
            show(Optional.empty());
            workspace
                    .activeSession()
                    .map(DocumentSession::deploymentProperty)
                    .ifPresent(deployment -> document = deployment.subscribe(this::show));
        });
    }

    private void show(Optional<Deployment> deployment) {
        tenant = deployment.map(Deployment::tenant).orElse("");
        definitions.setAll(deployment.map(Deployment::definitions).orElse(java.util.List.of()));
        chosen.set(definitions.isEmpty() ? null : definitions.getFirst());
    }

    /// Starts as many instances as asked for. Each start bears a key of its own, so that the gateway's client may
    /// send it again when an answer was lost, and it still happens once.
    public void start() {
        ProcessDefinition definition = chosen.get();
        Optional<Cluster> cluster = connected.current();
        if (definition == null || cluster.isEmpty() || busy.get()) {
            return;
        }
        Map<String, Object> values;
        try {
            values = json.readValue(variables.get().isBlank() ? "{}" : variables.get(), VARIABLES);
        } catch (JsonProcessingException malformed) {
            say(true, messages.text("instances.badJson", malformed.getOriginalMessage()));
            return;
        }
        int count = amount.get();
        String key = businessKey.get().strip();
        String into = tenant;
        busy.set(true);
        say(false, "");
        tasks.submit(
                messages.text("instances.job.start", count),
                progress -> startAll(progress, cluster.get(), definition, values, key, into, count),
                started -> {
                    busy.set(false);
                    live.soon();
                    say(false, messages.text("instances.started", started, definition.key()));
                },
                problem -> {
                    busy.set(false);
                    live.soon();
                    say(true, messages.failure(problem));
                });
    }

    private int startAll(
            Progress progress,
            Cluster cluster,
            ProcessDefinition definition,
            Map<String, Object> values,
            String key,
            String into,
            int count)
            throws ClusterException {
        int started = 0;
        while (started < count && !progress.cancelled()) {
            String each = count == 1 ? key : key + (key.isEmpty() ? "" : "-") + (started + 1);
            cluster.gateway()
                    .start(new StartInstance(
                            definition.key(),
                            each,
                            values,
                            into,
                            Optional.of(UUID.randomUUID().toString())));
            started++;
            progress.report((double) started / count, messages.text("instances.progress", started, count));
        }
        return started;
    }

    private void say(boolean bad, String sentence) {
        failed.set(bad);
        outcome.set(sentence);
    }

    public ObservableList<ProcessDefinition> definitions() {
        return definitionsView;
    }

    public ObjectProperty<@Nullable ProcessDefinition> chosenProperty() {
        return chosen;
    }

    public StringProperty variablesProperty() {
        return variables;
    }

    public StringProperty businessKeyProperty() {
        return businessKey;
    }

    public IntegerProperty amountProperty() {
        return amount;
    }

    public BooleanProperty busyProperty() {
        return busy;
    }

    public BooleanProperty failedProperty() {
        return failed;
    }

    public ReadOnlyStringProperty outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }
}
