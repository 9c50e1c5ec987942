package dev.wavetank.app;

import dev.wavetank.app.document.Workspace;
import dev.wavetank.app.feature.cluster.ClusterView;
import dev.wavetank.app.feature.cluster.ClusterViewModel;
import dev.wavetank.app.feature.deploy.DeployView;
import dev.wavetank.app.feature.deploy.DeployViewModel;
import dev.wavetank.app.feature.instances.InstancesView;
import dev.wavetank.app.feature.instances.InstancesViewModel;
import dev.wavetank.app.feature.instances.KnownDeployments;
import dev.wavetank.app.feature.instances.LiveCounts;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.ui.Tasks;
import dev.wavetank.app.ui.UiThread;
import dev.wavetank.app.workbench.ConnectedCluster;
import dev.wavetank.app.workbench.Panel;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.ClusterLauncher;
import java.util.function.Consumer;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All that runs a diagram: the cluster, what is deployed to it, its instances and their counts on the canvas.
final class Running {
    private static final Logger LOG = LoggerFactory.getLogger(Running.class);

    private final Messages messages;
    private final ClusterViewModel cluster;
    private final DeployViewModel deploy;
    private final InstancesViewModel instances;
    private final LiveCounts live;

    Running(ClusterLauncher launcher, Workspace workspace, Tasks tasks, UiThread ui, Messages messages) {
        this.messages = messages;
        var connected = new ConnectedCluster();
        cluster = new ClusterViewModel(launcher, tasks, ui, messages, connected);
        deploy = new DeployViewModel(workspace, connected, tasks, messages);
        live = new LiveCounts(workspace, connected, tasks, messages);
        new KnownDeployments(workspace, connected, tasks, messages).watch();
        instances = new InstancesViewModel(workspace, connected, live, tasks, messages);
    }

    ClusterViewModel cluster() {
        return cluster;
    }

    DeployViewModel deploy() {
        return deploy;
    }

    InstancesViewModel instances() {
        return instances;
    }

    Panel panel() {
        var run = new ScrollPane(
                new VBox(new DeployView(messages, deploy), new InstancesView(messages, instances, live)));
        run.setFitToWidth(true);
        return new Panel("run", Material2OutlinedMZ.PLAY_ARROW, run);
    }

    /// @param seen told whether the panel is in front
    Panel clusterPanel(Consumer<Boolean> seen) {
        return new Panel("cluster", Material2OutlinedAL.DNS, new ClusterView(messages, cluster), seen);
    }

    /// Looks for what can run clusters here, and for those that run.
    void begin() {
        cluster.lookForRuntimes();
        cluster.watchPresent();
    }

    /// Blocks until what was started here is gone.
    void end() {
        try {
            cluster.stopNow();
        } catch (ClusterException failure) {
            LOG.warn("The cluster was not wholly removed", failure);
        }
    }
}
