package dev.wavetank.app.workbench;

import dev.wavetank.cluster.api.Cluster;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The cluster that the window works with, if any. The cluster feature sets it, the others follow it. Belongs to
/// the UI thread.
public final class ConnectedCluster {
    private final ReadOnlyObjectWrapper<Optional<Cluster>> cluster = new ReadOnlyObjectWrapper<>(Optional.empty());

    public Optional<Cluster> current() {
        return cluster.get();
    }

    public ReadOnlyObjectProperty<Optional<Cluster>> property() {
        return cluster.getReadOnlyProperty();
    }

    public void connect(Cluster running) {
        cluster.set(Optional.of(running));
    }

    public void disconnect() {
        cluster.set(Optional.empty());
    }
}
